package kr.dochak.promise.accuracy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.accuracy.WorstGroup.Evidence;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The groups of a day whose windows held worst: what was missed beyond the two tenths that may be, times how many they were.
 */
@Repository
class WorstQuery {

    private record Key(CarrierId carrier, String origin, String destination) {}

    private record Found(Key key, Evidence evidence) {}

    private final JdbcClient jdbc;

    WorstQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WorstGroup> of(MallId tenantId, LocalDate day, int most) {
        Map<Key, List<Evidence>> causes = causes(tenantId, day);
        return jdbc.sql("""
                select w.*, coalesce(u.usual, 0) as usual
                from (select * from promise.window_day
                      where tenant_id = :tenant and day = :day and stage = 'ORDER' and .8 * told - inside > 0
                      order by .8 * told - inside desc, told desc, carrier, origin, destination
                      limit :most) w
                left join lateral (
                    select avg(b.told) as usual from promise.window_day b
                    where b.tenant_id = w.tenant_id and b.stage = w.stage and b.carrier = w.carrier
                      and b.origin = w.origin and b.destination = w.destination
                      and b.day >= w.day - 28 and b.day < w.day) u on true
                order by .8 * w.told - w.inside desc, w.told desc, w.carrier, w.origin, w.destination
                """)
                .param("tenant", tenantId.value())
                .param("day", Date.valueOf(day))
                .param("most", most)
                .query((row, n) -> group(row, causes))
                .list();
    }

    private static WorstGroup group(ResultSet row, Map<Key, List<Evidence>> causes) throws SQLException {
        Key key = key(row);
        return new WorstGroup(
                key.carrier(),
                key.origin(),
                key.destination(),
                Coverage.of(row),
                row.getDouble("usual"),
                causes.getOrDefault(key, List.of()));
    }

    private Map<Key, List<Evidence>> causes(MallId tenantId, LocalDate day) {
        return jdbc
                .sql("""
                select * from promise.window_cause where tenant_id = :tenant and day = :day
                order by promises desc, cause, place
                """)
                .param("tenant", tenantId.value())
                .param("day", Date.valueOf(day))
                .query((row, n) -> new Found(
                        key(row),
                        new Evidence(
                                DelayCause.valueOf(row.getString("cause")),
                                row.getString("place"),
                                row.getLong("promises"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Found::key, Collectors.mapping(Found::evidence, Collectors.toList())));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(new CarrierId(row.getString("carrier")), row.getString("origin"), row.getString("destination"));
    }
}
