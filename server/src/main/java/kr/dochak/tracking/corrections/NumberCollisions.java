package kr.dochak.tracking.corrections;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.live.LiveTopics;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.TrackingNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers of two parcels that became one when all got one form; listed until somebody has looked after them. */
@Component
public class NumberCollisions {

    private final JdbcClient jdbc;
    private final LiveTopics live;
    private final InstantSource clock;

    NumberCollisions(JdbcClient jdbc, LiveTopics live, InstantSource clock) {
        this.jdbc = jdbc;
        this.live = live;
        this.clock = clock;
    }

    /** Those of a mall that nobody has looked at, oldest first, the first {@code most} of them. */
    public List<NumberCollision> open(MallId tenantId, int most) {
        return jdbc.sql("""
                select c.*,
                       array(select order_id from tracking.shipment_order o where o.shipment_id = c.kept_id order by 1) as kept_orders,
                       array(select order_id from tracking.shipment_order o where o.shipment_id = c.retired_id order by 1)
                           as retired_orders
                from tracking.number_collision c
                where c.tenant_id = :tenant and c.seen_at is null order by c.id limit :most
                """)
                .param("tenant", tenantId.value())
                .param("most", most)
                .query((row, n) -> new NumberCollision(
                        row.getLong("id"),
                        new CarrierId(row.getString("carrier")),
                        new TrackingNumber(row.getString("tracking_number")),
                        new ShipmentId(row.getLong("kept_id")),
                        new ShipmentId(row.getLong("retired_id")),
                        row.getString("written_as"),
                        Sql.moment(row, "found_at"),
                        orders((Long[]) row.getArray("kept_orders").getArray()),
                        orders((Long[]) row.getArray("retired_orders").getArray())))
                .list();
    }

    private static List<OrderId> orders(Long[] ids) {
        return Arrays.stream(ids).map(OrderId::new).toList();
    }

    /** Somebody has looked after it; false when there is none of this mall. */
    public boolean seen(MallId tenantId, long id, long staffId) {
        boolean found = jdbc.sql("""
                update tracking.number_collision
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
