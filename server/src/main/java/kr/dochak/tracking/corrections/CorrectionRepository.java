package kr.dochak.tracking.corrections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.scans.ReplayFold;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrected parcels and the history of it. */
@Repository
class CorrectionRepository {

    /** A parcel that is about to be corrected, locked. */
    record Standing(
            ShipmentId shipmentId,
            MallId tenantId,
            Instant registeredAt,
            ShipmentStatus status,
            Instant statusAt,
            @Nullable ScanReason reason,
            String place,
            @Nullable Instant deliveredAt) {}

    private final JdbcClient jdbc;

    CorrectionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Standing> lock(MallId tenantId, ShipmentId shipmentId) {
        return jdbc.sql("select * from tracking.shipment where id = :id and tenant_id = :tenant for no key update")
                .param("id", shipmentId.value())
                .param("tenant", tenantId.value())
                .query((row, n) -> new Standing(
                        shipmentId,
                        tenantId,
                        Sql.moment(row, "registered_at"),
                        ShipmentStatus.valueOf(row.getString("status")),
                        Sql.moment(row, "status_at"),
                        reason(row),
                        row.getString("place"),
                        Sql.instant(row, "delivered_at")))
                .optional();
    }

    /** All scans of a parcel, in the order they came. */
    List<Scan> scans(ShipmentId shipmentId) {
        return jdbc.sql("""
                select c.*, s.carrier, s.tracking_number from tracking.scan c
                join tracking.shipment s on s.id = c.shipment_id
                where c.shipment_id = :id order by c.received_at
                """)
                .param("id", shipmentId.value())
                .query((row, n) -> new Scan(
                        0,
                        new CarrierId(row.getString("carrier")),
                        new TrackingNumber(row.getString("tracking_number")),
                        ShipmentStatus.valueOf(row.getString("status")),
                        reason(row),
                        Sql.moment(row, "occurred_at"),
                        row.getString("place"),
                        row.getString("text"),
                        null))
                .list();
    }

    void write(Standing before, ReplayFold.Stand after, @Nullable Instant notDeliveredUntil) {
        jdbc.sql("""
                update tracking.shipment
                set status = :status, status_at = :statusAt, status_hash = :hash, reason = :reason, place = :place,
                    delivered_at = :delivered, not_delivered_until = :until, calm_until = null, version = version + 1
                where id = :id
                """)
                .param("status", after.status().name())
                .param("statusAt", Sql.at(after.statusAt()))
                .param("hash", after.statusHash())
                .param("reason", after.reason() == null ? null : after.reason().name())
                .param("place", after.place())
                .param("delivered", Sql.at(after.deliveredAt()))
                .param("until", Sql.at(notDeliveredUntil))
                .param("id", before.shipmentId().value())
                .update();
    }

    void record(Standing before, String reason, long staffId, Instant now) {
        jdbc.sql("""
                insert into tracking.false_delivery
                    (shipment_id, tenant_id, delivered_at, place, reason, found_by, found_at)
                values (:shipment, :tenant, :delivered, :place, :reason, :staff, :now)
                """)
                .param("shipment", before.shipmentId().value())
                .param("tenant", before.tenantId().value())
                .param("delivered", Sql.at(before.deliveredAt() == null ? before.statusAt() : before.deliveredAt()))
                .param("place", before.place())
                .param("reason", reason)
                .param("staff", staffId)
                .param("now", Sql.at(now))
                .update();
    }

    /** False when no correction stands. */
    boolean undo(ShipmentId shipmentId, long staffId, Instant now) {
        return jdbc.sql("""
                update tracking.false_delivery set undone_by = :staff, undone_at = :now
                where shipment_id = :id and undone_at is null
                """)
                        .param("staff", staffId)
                        .param("now", Sql.at(now))
                        .param("id", shipmentId.value())
                        .update()
                == 1;
    }

    Map<ShipmentId, List<FalseDelivery>> of(Collection<ShipmentId> shipmentIds) {
        return jdbc
                .sql("select * from tracking.false_delivery where shipment_id = any(:ids) order by id desc")
                .param("ids", Sql.ids(shipmentIds))
                .query((row, n) -> new FalseDelivery(
                        row.getLong("id"),
                        new ShipmentId(row.getLong("shipment_id")),
                        Sql.moment(row, "delivered_at"),
                        row.getString("place"),
                        row.getString("reason"),
                        row.getLong("found_by"),
                        Sql.moment(row, "found_at"),
                        row.getObject("undone_by", Long.class),
                        Sql.instant(row, "undone_at")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(FalseDelivery::shipmentId));
    }

    private static @Nullable ScanReason reason(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null ? null : ScanReason.valueOf(reason);
    }
}
