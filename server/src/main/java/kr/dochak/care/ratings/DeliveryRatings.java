package kr.dochak.care.ratings;

import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.OrderTopic;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How customers rated their deliveries: one rating for each parcel; the first stands. */
@Component
public class DeliveryRatings {

    private final JdbcClient jdbc;
    private final LiveTopics live;

    DeliveryRatings(JdbcClient jdbc, LiveTopics live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /** Records a rating; false when this parcel was rated before, which then stays as it was. */
    @Transactional
    public boolean rate(OrderSummary order, DeliveryRating rating) {
        boolean first = jdbc.sql("""
                        insert into care.delivery_rating (shipment_id, order_id, tenant_id, person_id, stars, note, at)
                        values (:shipment, :order, :tenant, :person, :stars, :note, :at)
                        on conflict do nothing
                        """)
                        .param("shipment", rating.shipmentId().value())
                        .param("order", order.orderId().value())
                        .param("tenant", order.tenantId().value())
                        .param("person", order.personId().value())
                        .param("stars", rating.stars())
                        .param("note", rating.note())
                        .param("at", Sql.at(rating.at()))
                        .update()
                == 1;
        if (first) {
            live.touch(OrderTopic.of(order.orderId()));
        }
        return first;
    }

    /** The ratings of an order's parcels, oldest first. */
    public List<DeliveryRating> ofOrder(OrderId orderId) {
        return jdbc.sql("""
                        select shipment_id, order_id, stars, note, at
                        from care.delivery_rating
                        where order_id = :order
                        order by at, shipment_id
                        """)
                .param("order", orderId.value())
                .query((row, n) -> new DeliveryRating(
                        new ShipmentId(row.getLong("shipment_id")),
                        new OrderId(row.getLong("order_id")),
                        row.getInt("stars"),
                        row.getString("note"),
                        Sql.moment(row, "at")))
                .list();
    }
}
