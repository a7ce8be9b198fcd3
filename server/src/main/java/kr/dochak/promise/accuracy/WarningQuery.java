package kr.dochak.promise.accuracy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts the delays that were foreseen against those that came. What never arrived by its promise and is open counts as
 * missed.
 */
@Repository
class WarningQuery {

    private static final Integer[] HOURS_AHEAD = {24, 12, 6, 0};

    private record Line(long missed, Warnings.Ahead ahead) {}

    private final JdbcClient jdbc;

    WarningQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a mall's promises that ended in a span. */
    Warnings of(MallId tenantId, Instant from, Instant to) {
        List<Line> lines = jdbc.sql("""
                with promised as (
                    select state in ('MISSED', 'OPEN') as missed,
                           delay_kind = 'PREDICTED' as foreseen,
                           extract(epoch from promised_to - found_at) / 3600 as hours
                    from promise.promise
                    where tenant_id = :tenant and promised_to >= :from and promised_to < :to and state <> 'VOID'
                )
                select ahead, count(*) filter (where missed) as missed,
                       count(*) filter (where foreseen and hours >= ahead and missed) as right_ones,
                       count(*) filter (where foreseen and hours >= ahead and not missed) as wrong_ones
                from promised cross join unnest(:hours::int[]) as h (ahead)
                group by ahead
                order by ahead desc
                """)
                .param("tenant", tenantId.value())
                .param("from", Sql.at(from))
                .param("to", Sql.at(to))
                .param("hours", HOURS_AHEAD)
                .query((row, n) -> new Line(
                        row.getLong("missed"),
                        new Warnings.Ahead(row.getInt("ahead"), row.getLong("right_ones"), row.getLong("wrong_ones"))))
                .list();
        List<Warnings.Ahead> ahead = new ArrayList<>();
        lines.forEach(line -> ahead.add(line.ahead));
        return new Warnings(lines.isEmpty() ? 0 : lines.getFirst().missed, ahead);
    }
}
