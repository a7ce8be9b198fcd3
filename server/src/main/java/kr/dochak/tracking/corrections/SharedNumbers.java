package kr.dochak.tracking.corrections;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.live.LiveTopics;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.tracking.TrackingNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Parcels whose number another mall has at the same time (TRK-1): both get the carrier's scans, and one of them has a wrong
 * number. Listed for each mall until somebody of it has looked; which other mall it is, nobody learns.
 */
@Component
public class SharedNumbers {

    /** A parcel of a mall with a number that is not its alone. */
    public record SharedNumber(
            long id, CarrierId carrier, TrackingNumber number, Instant foundAt, List<OrderId> orders) {}

    private final JdbcClient jdbc;
    private final LiveTopics live;
    private final InstantSource clock;

    SharedNumbers(JdbcClient jdbc, LiveTopics live, InstantSource clock) {
        this.jdbc = jdbc;
        this.live = live;
        this.clock = clock;
    }

    /** Those of a mall that nobody has looked at, oldest first, the first {@code most} of them. */
    public List<SharedNumber> open(MallId tenantId, int most) {
        return jdbc.sql("""
                select n.id, n.found_at, s.carrier, s.tracking_number,
                       array(select order_id from tracking.shipment_order o where o.shipment_id = s.id order by 1) as orders
                from tracking.shared_number n join tracking.shipment s on s.id = n.shipment_id
                where n.tenant_id = :tenant and n.seen_at is null order by n.id limit :most
                """)
                .param("tenant", tenantId.value())
                .param("most", most)
                .query((row, n) -> new SharedNumber(
                        row.getLong("id"),
                        new CarrierId(row.getString("carrier")),
                        new TrackingNumber(row.getString("tracking_number")),
                        Sql.moment(row, "found_at"),
                        Arrays.stream((Long[]) row.getArray("orders").getArray())
                                .map(OrderId::new)
                                .toList()))
                .list();
    }

    /** Somebody has looked after it; false when there is none of this mall. */
    public boolean seen(MallId tenantId, long id, long staffId) {
        boolean found = jdbc.sql("""
                update tracking.shared_number
                set seen_at = coalesce(seen_at, :now), seen_by = coalesce(seen_by, :staff)
                where id = :id and tenant_id = :tenant
                """)
                        .param("now", Sql.at(clock.instant()))
                        .param("staff", staffId)
                        .param("id", id)
                        .param("tenant", tenantId.value())
                        .update()
                == 1;
        live.touch(LiveTopics.BOARD);
        return found;
    }
}
