package kr.dochak.care.ratings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.OrderTopic;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.ShipmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How customers rated their deliveries: one rating for each parcel; the first stands. */
@Component
public class DeliveryRatings {

    private final JdbcClient jdbc;
    private final LiveTopics live;
    private final RatingNotes notes;

    DeliveryRatings(JdbcClient jdbc, LiveTopics live, RatingNotes notes) {
        this.jdbc = jdbc;
        this.live = live;
        this.notes = notes;
    }

    /** Records a rating; false when this parcel was rated before, which then stays as it was. */
    @Transactional
    public boolean rate(OrderSummary order, DeliveryRating rating) {
        boolean first = jdbc.sql("""
                        insert into care.delivery_rating
                            (shipment_id, order_id, tenant_id, person_id, stars, note, sealed, at)
                        values (:shipment, :order, :tenant, :person, :stars, '', :sealed, :at)
                        on conflict do nothing
                        """)
                        .param("shipment", rating.shipmentId().value())
                        .param("order", order.orderId().value())
                        .param("tenant", order.tenantId().value())
                        .param("person", order.personId().value())
                        .param("stars", rating.stars())
                        .param("sealed", notes.seal(order.personId(), rating), Types.BINARY)
                        .param("at", Sql.at(rating.at()))
                        .update()
                == 1;
        if (first) {
            live.touch(OrderTopic.of(order.orderId()));
        }
        return first;
    }

    /** The ratings of an order's parcels, oldest first; of erased people the stars alone. */
    public List<DeliveryRating> ofOrder(OrderId orderId) {
        return notes.open(
                jdbc.sql("select * from care.delivery_rating where order_id = :order order by at, shipment_id")
                        .param("order", orderId.value())
                        .query(DeliveryRatings::closed)
                        .list());
    }

    /** All that a person rated, oldest first. */
    public List<DeliveryRating> ofPerson(PersonId personId) {
        return notes.open(
                jdbc.sql("select * from care.delivery_rating where person_id = :person order by at, shipment_id")
                        .param("person", personId.value())
                        .query(DeliveryRatings::closed)
                        .list());
    }

    private static RatingNotes.Closed closed(ResultSet row, int number) throws SQLException {
        return new RatingNotes.Closed(
                new DeliveryRating(
                        new ShipmentId(row.getLong("shipment_id")),
                        new OrderId(row.getLong("order_id")),
                        row.getInt("stars"),
                        "",
                        Sql.moment(row, "at")),
                new PersonId(row.getLong("person_id")),
                row.getBytes("sealed"));
    }
}
