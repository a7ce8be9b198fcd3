package kr.dochak.tracking.hubs;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.TimedCache;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ScanView;
import kr.dochak.tracking.ShipmentStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ways of parcels: what each was scanned for, and how long each part usually takes. Also asked while scans are applied. */
@Component
public class Journeys {

    /** What was learned in the night may be an hour late. */
    private static final Duration BELIEVED = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final PassageCounting passages;
    private final Cache<Boolean, UsualTimes> usual;

    Journeys(JdbcClient jdbc, PassageCounting passages, InstantSource clock) {
        this.jdbc = jdbc;
        this.passages = passages;
        this.usual = TimedCache.lasting(BELIEVED, clock);
    }

    /** How long each part of a way usually takes; learned from the parcels of all malls. */
    public UsualTimes usual() {
        return usual.get(true, all -> passages.usual());
    }

    /** The scans of these shipments, oldest first; those never scanned are missing. */
    public Map<ShipmentId, List<ScanView>> scansOf(Collection<ShipmentId> shipmentIds) {
        record Row(ShipmentId shipmentId, ScanView scan) {}
        if (shipmentIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                select c.shipment_id, c.occurred_at, c.received_at, c.status, c.reason, c.place, c.text,
                       c.status = 'DELIVERED' and c.occurred_at <= coalesce(s.not_delivered_until, '-infinity') as disbelieved
                from tracking.scan c join tracking.shipment s on s.id = c.shipment_id
                where c.shipment_id = any(:ids)
                order by c.shipment_id, c.occurred_at, c.received_at
                """)
                .param("ids", Sql.ids(shipmentIds))
                .query((row, n) -> {
                    String reason = row.getString("reason");
                    return new Row(
                            new ShipmentId(row.getLong("shipment_id")),
                            new ScanView(
                                    Sql.moment(row, "occurred_at"),
                                    Sql.moment(row, "received_at"),
                                    ShipmentStatus.valueOf(row.getString("status")),
                                    reason == null ? null : ScanReason.valueOf(reason),
                                    row.getString("place"),
                                    row.getString("text"),
                                    row.getBoolean("disbelieved")));
                })
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::shipmentId, Collectors.mapping(Row::scan, Collectors.toList())));
    }

    /** Of these shipments the deliveries that were none (TRK-8), as their carriers reported them, with the moment of the correction. */
    public Map<ShipmentId, FalseArrival> falseArrivals(Collection<ShipmentId> shipmentIds) {
        if (shipmentIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                select shipment_id, delivered_at, found_at from tracking.false_delivery
                where shipment_id = any(:ids) and undone_at is null
                """)
                .param("ids", Sql.ids(shipmentIds))
                .query((row, n) -> Map.entry(
                        new ShipmentId(row.getLong("shipment_id")),
                        new FalseArrival(Sql.moment(row, "delivered_at"), Sql.moment(row, "found_at"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** When it was said to have come, and when that was found to be wrong. */
    public record FalseArrival(Instant deliveredAt, Instant foundAt) {}
}
