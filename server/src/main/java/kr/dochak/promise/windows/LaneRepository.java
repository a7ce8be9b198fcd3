package kr.dochak.promise.windows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.database.CopyText;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.promise.silence.GapRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lanes and the outcomes they are learned from. */
@Repository
public class LaneRepository {

    /**
     * How long a delivered parcel took from entering a stage.
     *
     * @param warned under which warnings of areas it set out
     */
    public record Outcome(
            String carrier,
            String origin,
            String destination,
            Stage stage,
            Duration open,
            Instant deliveredAt,
            List<String> warned) {

        public Outcome(
                String carrier, String origin, String destination, Stage stage, Duration open, Instant deliveredAt) {
            this(carrier, origin, destination, stage, open, deliveredAt, List.of());
        }
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate copies;
    private final GapRepository gaps;

    LaneRepository(JdbcClient jdbc, JdbcTemplate copies, GapRepository gaps) {
        this.gaps = gaps;
        this.jdbc = jdbc;
        this.copies = copies;
    }

    public LaneTable lanes() {
        Map<LaneTable.Key, LaneTable.Row> rows = new HashMap<>();
        jdbc.sql("select * from promise.lane")
                .query((row, n) -> rows.put(laneKey(row), laneRow(row)))
                .list();
        return new LaneTable(rows, version(), gaps.gaps());
    }

    private static LaneTable.Key laneKey(ResultSet row) throws SQLException {
        return new LaneTable.Key(
                row.getString("carrier"),
                row.getString("origin"),
                row.getString("destination"),
                Stage.valueOf(row.getString("stage")));
    }

    private static LaneTable.Row laneRow(ResultSet row) throws SQLException {
        int deliveries = row.getInt("deliveries");
        String origin = row.getString("origin");
        String destination = row.getString("destination");
        WindowBasis basis = deliveries == 0
                ? new WindowBasis.LaneDefault(origin, destination)
                : new WindowBasis.Lane(origin, destination, deliveries);
        return new LaneTable.Row(
                deliveries,
                new Remaining(
                        Duration.ofSeconds(row.getLong("q10")),
                        Duration.ofSeconds(row.getLong("q50")),
                        Duration.ofSeconds(row.getLong("q90")),
                        basis));
    }

    /** The lane table as it would be, had it been learned at {@code until} from the deliveries since {@code from}. */
    public LaneTable lanesBy(Instant from, Instant until) {
        Map<LaneTable.Key, LaneTable.Row> rows = new HashMap<>();
        jdbc.sql("""
                select '*' as carrier, '*' as origin, destination, stage, 0 as deliveries, q10, q50, q90
                from promise.lane_default
                union all
                select * from promise.lanes_between(:from, :until)
                """)
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query((row, n) -> rows.put(laneKey(row), laneRow(row)))
                .list();
        return new LaneTable(rows, version());
    }

    int version() {
        return jdbc.sql("select coalesce(max(version), 0) from promise.learning")
                .query(Integer.class)
                .single();
    }

    public @Nullable Instant learnedAt() {
        return jdbc.sql("select max(learned_at) as at from promise.learning")
                .query((row, n) -> new At(Sql.instant(row, "at")))
                .single()
                .at;
    }

    private record At(@Nullable Instant at) {}

    public void remember(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        CopyText copy = new CopyText(outcomes.size() * 80);
        for (Outcome outcome : outcomes) {
            copy.value(outcome.carrier())
                    .value(outcome.origin())
                    .value(outcome.destination())
                    .value(outcome.stage().name())
                    .value(outcome.open().toSeconds())
                    .value(outcome.deliveredAt())
                    .value("{" + String.join(",", outcome.warned()) + "}")
                    .endRow();
        }
        ConnectionCallback<Long> send = connection -> copy.into(connection, """
                copy promise.outcome (carrier, origin, destination, stage, open_seconds, delivered_at, warned) from stdin
                """);
        Objects.requireNonNull(copies.execute(send));
    }

    /** Takes back one of each, as it was remembered; what was learned of them goes with the next learning. */
    public void forget(List<Outcome> outcomes) {
        jdbc.sql("""
                delete from promise.outcome where ctid in (
                    select min(o.ctid) from promise.outcome o
                    join unnest(:carriers::text[], :origins::text[], :destinations::text[], :stages::text[], :opens::bigint[],
                                :ats::timestamptz[]) as u (carrier, origin, destination, stage, open_seconds, delivered_at)
                    using (carrier, origin, destination, stage, open_seconds, delivered_at)
                    group by carrier, origin, destination, stage, open_seconds, delivered_at)
                """)
                .params(Rows.of(outcomes)
                        .text("carriers", Outcome::carrier)
                        .text("origins", Outcome::origin)
                        .text("destinations", Outcome::destination)
                        .text("stages", each -> each.stage().name())
                        .number("opens", each -> each.open().toSeconds())
                        .at("ats", Outcome::deliveredAt)
                        .params())
                .update();
        jdbc.sql("delete from promise.lane where deliveries > 0").update();
        jdbc.sql("""
                insert into promise.lane (carrier, origin, destination, stage, deliveries, q10, q50, q90, version)
                select '*', '*', destination, stage, 0, q10, q50, q90, 0 from promise.lane_default
                on conflict do nothing
                """).update();
    }

    /** Which share of the deliveries since {@code from} came after {@code last}; all of them where there are none. */
    public double newShare(Instant from, Instant last, Instant now) {
        return jdbc.sql("""
                select coalesce(count(*) filter (where delivered_at >= :last)::float8 / nullif(count(*), 0), 1)
                from promise.outcome
                where delivered_at >= :from and delivered_at < :now
                """)
                .param("from", Sql.at(from))
                .param("last", Sql.at(last))
                .param("now", Sql.at(now))
                .query(Double.class)
                .single();
    }

    /** Learns all lanes anew from the deliveries since {@code from}. */
    @Transactional
    public void learn(Instant from, Instant now) {
        int version = version() + 1;
        jdbc.sql("""
                insert into promise.lane (carrier, origin, destination, stage, deliveries, q10, q50, q90, version)
                select carrier, origin, destination, stage, deliveries, q10, q50, q90, :version
                from promise.lanes_between(:from, :now)
                on conflict (carrier, origin, destination, stage) do update
                set deliveries = excluded.deliveries, q10 = excluded.q10, q50 = excluded.q50, q90 = excluded.q90,
                    version = excluded.version
                """)
                .param("from", Sql.at(from))
                .param("now", Sql.at(now))
                .param("version", version)
                .update();
        jdbc.sql("""
                insert into promise.learning (only_row, version, learned_at) values (true, :version, :now)
                on conflict (only_row) do update set version = excluded.version, learned_at = excluded.learned_at
                """).param("version", version).param("now", Sql.at(now)).update();
    }
}
