package kr.dochak.tracking.carriers.asking;

import java.time.Instant;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Id;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.RawAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Raw answers without persons, stored for a while so that they can be read again. */
@Repository
class RawAnswers {

    /** One of them. */
    record StoredAnswer(
            long id,
            String source,
            CarrierId carrier,
            TrackingNumber trackingNumber,
            @Nullable ShipmentId shipmentId,
            Instant receivedAt,
            boolean pushed,
            RawAnswer raw) {}

    private final JdbcClient jdbc;

    RawAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The caller has taken the persons out. */
    void keep(
            String source,
            CarrierId carrier,
            TrackingNumber number,
            @Nullable ShipmentId shipmentId,
            boolean pushed,
            RawAnswer raw,
            Instant now) {
        jdbc.sql("""
                insert into tracking.raw_answer
                    (source, carrier, tracking_number, shipment_id, received_at, http_status, pushed, body)
                values (:source, :carrier, :number, :shipment, :now, :status, :pushed, :body)
                """)
                .param("source", source)
                .param("carrier", carrier.value())
                .param("number", number.value())
                .param("shipment", Id.valueOf(shipmentId))
                .param("now", Sql.at(now))
                .param("status", raw.status())
                .param("pushed", pushed)
                .param("body", raw.body().replace('\0', ' '))
                .update();
    }

    /** Answers received in a period, in the order they came. */
    List<StoredAnswer> between(Instant from, Instant to, long afterId, int limit) {
        return jdbc.sql("""
                select * from tracking.raw_answer
                where received_at >= :from and received_at < :to and id > :after
                order by id limit :limit
                """)
                .param("from", Sql.at(from))
                .param("to", Sql.at(to))
                .param("after", afterId)
                .param("limit", limit)
                .query((row, n) -> new StoredAnswer(
                        row.getLong("id"),
                        row.getString("source"),
                        new CarrierId(row.getString("carrier")),
                        new TrackingNumber(row.getString("tracking_number")),
                        ShipmentId.ofNullable(row.getObject("shipment_id", Long.class)),
                        Sql.moment(row, "received_at"),
                        row.getBoolean("pushed"),
                        new RawAnswer(row.getInt("http_status"), row.getString("body"))))
                .list();
    }

    /** A shipment that has a number now. */
    record Shipment(ShipmentId shipmentId, Instant registeredAt) {}

    /** Those that have this number now, each of another mall. */
    List<Shipment> shipments(CarrierId carrier, TrackingNumber number) {
        return jdbc.sql("""
                select id, registered_at from tracking.shipment
                where carrier = :carrier and tracking_number = :number and retired_at is null
                """)
                .param("carrier", carrier.value())
                .param("number", number.value())
                .query((row, n) -> new Shipment(new ShipmentId(row.getLong("id")), Sql.moment(row, "registered_at")))
                .list();
    }

    int forget(Instant before, int most) {
        return jdbc.sql("""
                delete from tracking.raw_answer where id in (
                    select id from tracking.raw_answer where received_at < :before
                    order by received_at limit :most for update skip locked)
                """).param("before", Sql.at(before)).param("most", most).update();
    }
}
