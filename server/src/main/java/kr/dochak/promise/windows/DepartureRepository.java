package kr.dochak.promise.windows;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.database.CopyText;
import kr.dochak.database.Sql;
import kr.dochak.promise.windows.DeparturePlan.Lead;
import kr.dochak.promise.windows.DeparturePlan.Moment;
import kr.dochak.promise.windows.DepartureTable.Key;
import kr.dochak.promise.windows.DepartureTable.Row;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How parcels departed, and what was learned from it. */
@Repository
public class DepartureRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate copies;

    DepartureRepository(JdbcClient jdbc, JdbcTemplate copies) {
        this.jdbc = jdbc;
        this.copies = copies;
    }

    public DepartureTable table() {
        Map<Key, Row> rows = new HashMap<>();
        jdbc.sql("select * from promise.departure_time")
                .query((row, n) -> rows.put(
                        new Key(
                                new MallId(row.getLong("tenant_id")),
                                Lead.valueOf(row.getString("lead")),
                                Moment.valueOf(row.getString("moment"))),
                        new Row(
                                row.getLong("parcels"),
                                Duration.ofSeconds(row.getLong("q10")),
                                Duration.ofSeconds(row.getLong("q50")),
                                Duration.ofSeconds(row.getLong("q90")))))
                .list();
        return new DepartureTable(rows);
    }

    public void remember(List<Departed> departed) {
        if (departed.isEmpty()) {
            return;
        }
        CopyText copy = new CopyText(departed.size() * 60);
        for (Departed each : departed) {
            Duration handover = each.handover();
            copy.value(each.tenantId())
                    .value(each.lead().name())
                    .value(each.ready().toSeconds())
                    .value(handover == null ? null : Long.toString(handover.toSeconds()))
                    .value(Objects.toString(each.handedOverOn(), null))
                    .value(each.deliveredAt())
                    .endRow();
        }
        ConnectionCallback<Long> send = connection -> copy.into(connection, """
                copy promise.departure
                    (tenant_id, lead, ready_seconds, handover_seconds, handed_over_on, delivered_at) from stdin
                """);
        Objects.requireNonNull(copies.execute(send));
    }

    /**
     * Learns both clocks of every mall, and of all malls together, from what was delivered between two moments; forgets the
     * rest.
     */
    public void learn(Instant from, Instant now) {
        jdbc.sql("delete from promise.departure where delivered_at < :from")
                .param("from", Sql.at(from))
                .update();
        jdbc.sql("""
                insert into promise.departure_time (tenant_id, lead, moment, parcels, q10, q50, q90, learned_at)
                select coalesce(d.tenant_id, 0), d.lead, m.moment, count(*),
                       percentile_disc(0.1) within group (order by m.seconds),
                       percentile_disc(0.5) within group (order by m.seconds),
                       percentile_disc(0.9) within group (order by m.seconds),
                       :now
                from promise.departure d
                cross join lateral (values ('READY', d.ready_seconds), ('HANDOVER', d.handover_seconds))
                    as m (moment, seconds)
                where d.delivered_at >= :from and d.delivered_at < :now and m.seconds is not null
                group by grouping sets ((d.tenant_id, d.lead, m.moment), (d.lead, m.moment))
                having count(*) >= :enough
                on conflict (tenant_id, lead, moment) do update
                set parcels = excluded.parcels, q10 = excluded.q10, q50 = excluded.q50, q90 = excluded.q90,
                    learned_at = excluded.learned_at
                """)
                .param("from", Sql.at(from))
                .param("now", Sql.at(now))
                .param("enough", DepartureTable.ENOUGH)
                .update();
    }
}
