package kr.dochak.promise.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.promise.windows.PromiseNumbers;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.ShipmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The longest gaps between scans of delivered parcels, and what is usual of them (TRK-4). */
@Repository
public class GapRepository {

    /** A parcel that came, by its promise. */
    record Delivered(
            long promiseId,
            ShipmentId shipmentId,
            CarrierId carrier,
            String origin,
            String destination,
            Instant settledAt) {}

    private final JdbcClient jdbc;
    private final PromiseNumbers numbers;

    GapRepository(JdbcClient jdbc, PromiseNumbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    public UsualGaps gaps() {
        record Row(UsualGaps.Lane lane, UsualGaps.Learned learned) {}
        Map<UsualGaps.Lane, UsualGaps.Learned> rows = jdbc
                .sql("select carrier, origin, destination, deliveries, open_seconds from promise.usual_gap")
                .query((row, n) -> new Row(
                        new UsualGaps.Lane(row.getString(1), row.getString(2), row.getString(3)),
                        new UsualGaps.Learned(row.getInt(4), Duration.ofSeconds(row.getLong(5)))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::lane, Row::learned));
        return new UsualGaps(rows, numbers.silence());
    }

    /** Since when no parcel has been looked at. */
    Instant lookedAtUntil(Instant from) {
        return jdbc.sql("select greatest(max(settled_at), :from) from promise.scan_gap")
                .param("from", Sql.at(from))
                .query((row, n) -> Sql.moment(row, 1))
                .single();
    }

    List<Delivered> delivered(Instant after, Instant until, long lastId, int most) {
        return jdbc.sql("""
                select id, shipment_id, carrier, origin, destination, settled_at
                from promise.promise
                where settled_at > :after and settled_at <= :until and id > :last
                  and delivered_at is not null and shipment_id is not null
                order by id
                limit :most
                """)
                .param("after", Sql.at(after))
                .param("until", Sql.at(until))
                .param("last", lastId)
                .param("most", most)
                .query((row, n) -> new Delivered(
                        row.getLong(1),
                        new ShipmentId(row.getLong(2)),
                        new CarrierId(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        Sql.moment(row, 6)))
                .list();
    }

    void add(Map<Delivered, Duration> longest) {
        List<Map.Entry<Delivered, Duration>> rows = List.copyOf(longest.entrySet());
        jdbc.sql("""
                insert into promise.scan_gap (carrier, origin, destination, open_seconds, settled_at)
                select * from unnest(:carriers::text[], :origins::text[], :destinations::text[], :seconds::bigint[],
                                     :settled::timestamptz[])
                """)
                .param("carriers", Sql.texts(rows, row -> row.getKey().carrier().value()))
                .param(
                        "origins",
                        rows.stream().map(row -> row.getKey().origin()).toArray(String[]::new))
                .param(
                        "destinations",
                        rows.stream().map(row -> row.getKey().destination()).toArray(String[]::new))
                .param(
                        "seconds",
                        rows.stream().map(row -> row.getValue().toSeconds()).toArray(Long[]::new))
                .param(
                        "settled",
                        rows.stream()
                                .map(row -> row.getKey().settledAt().toString())
                                .toArray(String[]::new))
                .update();
    }

    /** Learns anew from the parcels that were settled since {@code from}; older ones are forgotten. */
    void learn(Instant from) {
        jdbc.sql("delete from promise.scan_gap where settled_at < :from")
                .param("from", Sql.at(from))
                .update();
        jdbc.sql("delete from promise.usual_gap").update();
        jdbc.sql("""
                insert into promise.usual_gap (carrier, origin, destination, deliveries, open_seconds)
                select carrier, coalesce(origin, '*'), coalesce(destination, '*'), count(*),
                       percentile_disc(:share) within group (order by open_seconds)
                from promise.scan_gap
                group by grouping sets ((carrier, origin, destination), (carrier))
                """).param("share", numbers.silence().share()).update();
    }
}
