package kr.dochak.promise.accuracy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import kr.dochak.promise.accuracy.LaneDwell.Dwell;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.promise.windows.Stage;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the lane table as lanes with their stages, the busiest first; what holds for any lane is no lane. */
@Repository
class DwellQuery {

    private record Line(String origin, String destination, long deliveries, Stage stage, Dwell dwell) {}

    private final JdbcClient jdbc;

    DwellQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param carrier its own figures, or those of any where none is named */
    Keyset<LaneDwell> lanes(@Nullable CarrierId carrier, @Nullable String search, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor);
        List<Line> lines = jdbc.sql("""
                with page as (
                    select origin, destination, max(deliveries) as most
                    from promise.lane
                    where carrier = :carrier and origin <> '*' and destination <> '*' and deliveries > 0
                      and (:search::text is null or position(:search in origin || '→' || destination) > 0)
                    group by origin, destination
                    having max(deliveries) < :most
                        or (max(deliveries) = :most and (origin, destination) > (:origin, :destination))
                    order by max(deliveries) desc, origin, destination limit :limit
                )
                select l.*, p.most from page p join promise.lane l using (origin, destination)
                where l.carrier = :carrier
                order by p.most desc, origin, destination, stage
                """)
                .param("carrier", CarrierCalendars.key(carrier))
                .param("search", search)
                .param("most", after.number(0, Long.MAX_VALUE))
                .param("origin", after.text(1))
                .param("destination", after.text(2))
                .param("limit", limit + 1)
                .query((row, n) -> line(row))
                .list();
        return Keyset.of(grouped(lines), limit, DwellQuery::cursor);
    }

    private static Line line(ResultSet row) throws SQLException {
        Dwell dwell = new Dwell(
                row.getLong("deliveries"),
                Duration.ofSeconds(row.getLong("q10")),
                Duration.ofSeconds(row.getLong("q50")),
                Duration.ofSeconds(row.getLong("q90")));
        return new Line(
                row.getString("origin"),
                row.getString("destination"),
                row.getLong("most"),
                Stage.valueOf(row.getString("stage")),
                dwell);
    }

    private static List<LaneDwell> grouped(List<Line> lines) {
        List<LaneDwell> lanes = new ArrayList<>();
        for (Line line : lines) {
            LaneDwell last = lanes.isEmpty() ? null : lanes.getLast();
            if (last == null
                    || !last.origin().equals(line.origin())
                    || !last.destination().equals(line.destination())) {
                last = new LaneDwell(line.origin(), line.destination(), new EnumMap<>(Stage.class));
                lanes.add(last);
            }
            last.stages().put(line.stage(), line.dwell());
        }
        return lanes;
    }

    private static String cursor(LaneDwell lane) {
        long most = lane.stages().values().stream()
                .mapToLong(Dwell::deliveries)
                .max()
                .orElse(0);
        return Cursor.after(most, lane.origin(), lane.destination());
    }
}
