package kr.dochak.tracking.scans;

import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and removes scans that wait for their shipment. */
@Repository
class ParkedScanRepository {

    /** A parked scan with its row. */
    record Row(long id, Scan scan) {}

    private final JdbcClient jdbc;

    ParkedScanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Scans whose number was announced as known, of callers that may report on the shipment. */
    List<Row> knownByNow(int limit) {
        return jdbc.sql("""
                select p.* from tracking.unparking u
                join tracking.parked_scan p on p.carrier = u.carrier and p.tracking_number = u.tracking_number
                where p.why = 'UNKNOWN_SHIPMENT' and exists (
                    select from tracking.shipment s
                    where s.carrier = p.carrier and s.tracking_number = p.tracking_number and s.retired_at is null
                      and p.caller_tenant in (0, s.tenant_id))
                order by p.id
                limit :limit
                """)
                .param("limit", limit)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        new Scan(
                                row.getLong("caller_tenant"),
                                new CarrierId(row.getString("carrier")),
                                new TrackingNumber(row.getString("tracking_number")),
                                ShipmentStatus.valueOf(row.getString("status")),
                                row.getString("reason") == null ? null : ScanReason.valueOf(row.getString("reason")),
                                Sql.moment(row, "occurred_at"),
                                row.getString("place"),
                                row.getString("text"),
                                row.getString("event_id"))))
                .list();
    }

    /** Removes rows whose scans were applied; one that was parked again for another reason stays. */
    void delete(List<Long> ids) {
        jdbc.sql("delete from tracking.parked_scan where id = any(:ids) and why = 'UNKNOWN_SHIPMENT'")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Clears the announcements that have nothing left to apply. */
    void forgetDone() {
        jdbc.sql("""
                delete from tracking.unparking u
                where not exists (
                    select from tracking.parked_scan p
                    join tracking.shipment s on s.carrier = p.carrier and s.tracking_number = p.tracking_number
                     and s.retired_at is null
                    where p.carrier = u.carrier and p.tracking_number = u.tracking_number
                      and p.why = 'UNKNOWN_SHIPMENT' and p.caller_tenant in (0, s.tenant_id))
                """).update();
    }

    /** Announces numbers whose scan was parked in the very moment in which the shipment was registered. */
    @Transactional
    void findCrossed() {
        jdbc.sql("""
                insert into tracking.unparking (carrier, tracking_number)
                select distinct p.carrier, p.tracking_number
                from tracking.parked_scan p
                join tracking.shipment s on s.carrier = p.carrier and s.tracking_number = p.tracking_number
                 and s.retired_at is null
                where p.why = 'UNKNOWN_SHIPMENT' and p.caller_tenant in (0, s.tenant_id)
                on conflict do nothing
                """).update();
    }
}
