package kr.dochak.promise.accuracy;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the daily figures: a primary key range of one mall's days. */
@Repository
class AccuracyQuery {

    private final JdbcClient jdbc;

    AccuracyQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WeekCoverage> weeks(MallId tenantId, JudgedWindow stage, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                select date_trunc('week', day)::date as monday, carrier, sum(told) as told, sum(inside) as inside,
                       sum(early) as early, sum(late) as late, sum(late_of_promise) as late_of_promise,
                       sum(width_seconds) as width_seconds, sum(error_seconds) as error_seconds,
                       sum(pinball90_seconds) as pinball90_seconds
                from promise.window_day
                where tenant_id = :tenant and day >= :from and day < :until and stage = :stage
                group by 1, 2 order by 1, 2
                """)
                .param("tenant", tenantId.value())
                .param("from", Date.valueOf(from))
                .param("until", Date.valueOf(until))
                .param("stage", stage.name())
                .query((row, n) -> new WeekCoverage(
                        row.getDate("monday").toLocalDate(), new CarrierId(row.getString("carrier")), Coverage.of(row)))
                .list();
    }

    Keyset<LaneCoverage> lanes(
            MallId tenantId,
            JudgedWindow stage,
            @Nullable CarrierId carrier,
            @Nullable String search,
            LocalDate from,
            LocalDate until,
            @Nullable String cursor,
            int limit) {
        Cursor after = Cursor.read(cursor);
        List<LaneCoverage> rows = jdbc.sql("""
                select origin, destination, sum(told) as told, sum(inside) as inside, sum(early) as early,
                       sum(late) as late, sum(late_of_promise) as late_of_promise,
                       sum(width_seconds) as width_seconds, sum(error_seconds) as error_seconds,
                       sum(pinball90_seconds) as pinball90_seconds
                from promise.window_day
                where tenant_id = :tenant and day >= :from and day < :until and stage = :stage
                  and (:carrier::text is null or carrier = :carrier)
                  and (:search::text is null or position(:search in origin || '→' || destination) > 0)
                group by origin, destination
                having sum(told) < :told or (sum(told) = :told and (origin, destination) > (:origin, :destination))
                order by sum(told) desc, origin, destination
                limit :limit
                """)
                .param("tenant", tenantId.value())
                .param("from", Date.valueOf(from))
                .param("until", Date.valueOf(until))
                .param("stage", stage.name())
                .param("carrier", CarrierId.textOf(carrier))
                .param("search", search)
                .param("told", after.number(0, Long.MAX_VALUE))
                .param("origin", after.text(1))
                .param("destination", after.text(2))
                .param("limit", limit + 1)
                .query((row, n) ->
                        new LaneCoverage(row.getString("origin"), row.getString("destination"), Coverage.of(row)))
                .list();
        return Keyset.of(rows, limit, last -> Cursor.after(last.held().judged(), last.origin(), last.destination()));
    }
}
