package kr.dochak.promise.windows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.dochak.promise.windows.ArrivalTable.Key;
import kr.dochak.promise.windows.ArrivalTable.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** On which delivery days parcels came, as each night counts it. */
@Repository
public class ArrivalRepository {

    private record Counted(Key key, int offset, long deliveries) {}

    private final JdbcClient jdbc;

    ArrivalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the eight weeks before the newest day, by lane, by carrier and of all. */
    public ArrivalTable table() {
        Map<Key, TreeMap<Integer, Long>> byOffset = new HashMap<>();
        List<Counted> counts = jdbc.sql("""
                select coalesce(carrier, '*') as carrier, coalesce(origin, '*') as origin,
                       coalesce(destination, '*') as destination, spread, days_after, sum(deliveries) as deliveries
                from promise.arrival_day
                where day > (select max(day) from promise.arrival_day) - 56
                group by grouping sets ((carrier, origin, destination, spread, days_after),
                                        (carrier, spread, days_after), (spread, days_after))
                """).query((row, n) -> counted(row)).list();
        counts.forEach(each ->
                byOffset.computeIfAbsent(each.key(), key -> new TreeMap<>()).put(each.offset(), each.deliveries()));
        Map<Key, Row> rows = new HashMap<>();
        byOffset.forEach((key, offsets) -> rows.put(key, row(offsets)));
        return new ArrivalTable(rows);
    }

    private static Counted counted(ResultSet row) throws SQLException {
        Key key = new Key(
                row.getString("carrier"), row.getString("origin"), row.getString("destination"), row.getInt("spread"));
        return new Counted(key, row.getInt("days_after"), row.getLong("deliveries"));
    }

    private static Row row(TreeMap<Integer, Long> offsets) {
        List<Long> by = new java.util.ArrayList<>();
        long sum = 0;
        for (int offset = ArrivalTable.EARLIEST; offset <= ArrivalTable.LATEST; offset++) {
            sum += offsets.getOrDefault(offset, 0L);
            by.add(sum);
        }
        return new Row(by);
    }

    /** The newest day that was counted. */
    public @Nullable LocalDate newest() {
        return jdbc.sql("select max(day) as day from promise.arrival_day")
                .query((row, n) -> new Newest(row.getObject("day", LocalDate.class)))
                .single()
                .day;
    }

    private record Newest(@Nullable LocalDate day) {}
}
