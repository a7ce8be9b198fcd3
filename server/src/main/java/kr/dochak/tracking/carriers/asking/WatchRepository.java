package kr.dochak.tracking.carriers.asking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of shipments to ask about, each with its moment. */
@Repository
class WatchRepository {

    /** One of them. */
    record Row(
            ShipmentId shipmentId,
            CarrierId carrier,
            TrackingNumber trackingNumber,
            Instant registeredAt,
            @Nullable Instant answeredAt,
            int misses,
            int failures,
            long answerHash,
            boolean woken) {}

    /** What is written down of a shipment that was asked about. */
    record Settled(
            ShipmentId shipmentId,
            Instant dueAt,
            @Nullable Instant answeredAt,
            int misses,
            int failures,
            long answerHash,
            @Nullable CarrierId likelyCarrier) {}

    private final JdbcClient jdbc;

    WatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void watch(List<RegisteredShipment> shipments, Instant dueAt) {
        jdbc.sql("""
                insert into tracking.watch (shipment_id, carrier, tracking_number, registered_at, due_at)
                select u.id, u.carrier, u.number, u.registered_at, :due
                from unnest(:ids::bigint[], :carriers::text[], :numbers::text[], :registered::timestamptz[])
                     as u (id, carrier, number, registered_at)
                on conflict do nothing
                """)
                .param("ids", Sql.ids(shipments, RegisteredShipment::shipmentId))
                .param("carriers", Sql.texts(shipments, each -> each.carrier().value()))
                .param(
                        "numbers",
                        Sql.texts(shipments, each -> each.trackingNumber().value()))
                .param("registered", Sql.instants(shipments, RegisteredShipment::registeredAt))
                .param("due", Sql.at(dueAt))
                .update();
    }

    /** Shipments under way that were registered before these carriers could be asked. */
    int watchRest(Collection<CarrierId> carriers, Instant since, Instant dueAt) {
        return jdbc.sql("""
                insert into tracking.watch (shipment_id, carrier, tracking_number, registered_at, due_at)
                select s.id, s.carrier, s.tracking_number, s.registered_at, :due
                from tracking.shipment s
                where s.retired_at is null and s.carrier = any(:carriers) and s.registered_at >= :since
                  and s.status not in ('DELIVERED', 'RETURNED', 'CANCELLED')
                on conflict do nothing
                """)
                .param("carriers", Sql.texts(carriers, CarrierId::value))
                .param("since", Sql.at(since))
                .param("due", Sql.at(dueAt))
                .update();
    }

    /** Takes what is due; a crash gives it back when the lease has run out. */
    List<Row> claim(Collection<CarrierId> carriers, Instant now, Instant lease, int most) {
        return jdbc.sql("""
                with due as (
                    select shipment_id from tracking.watch
                    where carrier = any(:carriers) and due_at <= :now
                    order by due_at limit :most for update skip locked)
                update tracking.watch w set due_at = :lease
                from due where w.shipment_id = due.shipment_id
                returning w.*
                """)
                .param("carriers", Sql.texts(carriers, CarrierId::value))
                .param("now", Sql.at(now))
                .param("lease", Sql.at(lease))
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    void settle(List<Settled> rows) {
        jdbc.sql("""
                update tracking.watch w set
                    due_at = u.due,
                    answered_at = u.answered,
                    misses = u.misses, failures = u.failures, answer_hash = u.hash,
                    likely_carrier = case when u.misses > 0 then coalesce(u.likely, w.likely_carrier) end, woken = false
                from unnest(:ids::bigint[], :due::timestamptz[], :answered::timestamptz[], :misses::int[], :failures::int[],
                            :hashes::bigint[], :likely::text[])
                     as u (id, due, answered, misses, failures, hash, likely)
                where w.shipment_id = u.id
                """)
                .param("ids", Sql.ids(rows, Settled::shipmentId))
                .param("due", Sql.instants(rows, Settled::dueAt))
                .param("answered", Sql.instants(rows, Settled::answeredAt))
                .param("misses", Sql.ints(rows, Settled::misses))
                .param("failures", Sql.ints(rows, Settled::failures))
                .param("hashes", Sql.longs(rows, Settled::answerHash))
                .param("likely", Sql.texts(rows, row -> CarrierId.textOf(row.likelyCarrier())))
                .update();
    }

    /** Looks at these another time, without having asked. */
    void postpone(Collection<ShipmentId> ids, Instant to) {
        jdbc.sql("update tracking.watch set due_at = :to where shipment_id = any(:ids)")
                .param("to", Sql.at(to))
                .param("ids", Sql.ids(ids))
                .update();
    }

    void forget(Collection<ShipmentId> ids) {
        jdbc.sql("delete from tracking.watch where shipment_id = any(:ids)")
                .param("ids", Sql.ids(ids))
                .update();
    }

    /** Asks about this number at the next beat: somebody reported that it has moved. */
    boolean wake(CarrierId carrier, TrackingNumber number, Instant now) {
        return jdbc.sql("""
                update tracking.watch set due_at = least(due_at, :now), woken = true
                where carrier = :carrier and tracking_number = :number and not woken
                """)
                        .param("carrier", carrier.value())
                        .param("number", number.value())
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    /** Asks about all parcels of a carrier at the next beats, which bring as many as its allowance bears. */
    int wakeAll(CarrierId carrier, Instant now) {
        return jdbc.sql("""
                update tracking.watch set due_at = least(due_at, :now), woken = true
                where carrier = :carrier and not woken
                """)
                .param("carrier", carrier.value())
                .param("now", Sql.at(now))
                .update();
    }

    /** Takes shipments whose call-back ends soon or was never asked for. */
    List<Row> claimHooks(Collection<CarrierId> carriers, Instant endingBefore, Instant until, int most) {
        return jdbc.sql("""
                with ending as (
                    select shipment_id from tracking.watch
                    where hook_until < :soon and carrier = any(:carriers)
                    order by hook_until limit :most for update skip locked)
                update tracking.watch w set hook_until = :until
                from ending where w.shipment_id = ending.shipment_id
                returning w.*
                """)
                .param("carriers", Sql.texts(carriers, CarrierId::value))
                .param("soon", Sql.at(endingBefore))
                .param("until", Sql.at(until))
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    void hookUntil(ShipmentId shipmentId, Instant until) {
        jdbc.sql("update tracking.watch set hook_until = :until where shipment_id = :id")
                .param("until", Sql.at(until))
                .param("id", shipmentId.value())
                .update();
    }

    /** As {@link #claimHooks}, of Sweettracker's call-backs. */
    List<Row> claimSweet(Collection<CarrierId> carriers, Instant endingBefore, Instant until, int most) {
        return jdbc.sql("""
                with ending as (
                    select shipment_id from tracking.watch
                    where sweet_until < :soon and carrier = any(:carriers)
                    order by sweet_until limit :most for update skip locked)
                update tracking.watch w set sweet_until = :until
                from ending where w.shipment_id = ending.shipment_id
                returning w.*
                """)
                .param("carriers", Sql.texts(carriers, CarrierId::value))
                .param("soon", Sql.at(endingBefore))
                .param("until", Sql.at(until))
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    void sweetUntil(ShipmentId shipmentId, Instant until) {
        jdbc.sql("update tracking.watch set sweet_until = :until where shipment_id = :id")
                .param("until", Sql.at(until))
                .param("id", shipmentId.value())
                .update();
    }

    @Nullable Instant nextDue(Collection<CarrierId> carriers) {
        return jdbc.sql("select min(due_at) as due from tracking.watch where carrier = any(:carriers)")
                .param("carriers", Sql.texts(carriers, CarrierId::value))
                .query((row, n) -> Optional.ofNullable(Sql.instant(row, "due")))
                .single()
                .orElse(null);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new ShipmentId(row.getLong("shipment_id")),
                new CarrierId(row.getString("carrier")),
                new TrackingNumber(row.getString("tracking_number")),
                Sql.moment(row, "registered_at"),
                Sql.instant(row, "answered_at"),
                row.getInt("misses"),
                row.getInt("failures"),
                row.getLong("answer_hash"),
                row.getBoolean("woken"));
    }
}
