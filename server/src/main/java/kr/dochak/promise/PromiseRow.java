package kr.dochak.promise;

import java.time.Instant;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.windows.Forecast;
import kr.dochak.promise.windows.Stage;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.tracking.ScanReason;
import org.jspecify.annotations.Nullable;

/**
 * A promise as it stands in the database while it is worked on.
 *
 * @param told the arrival the customer was told last
 * @param checkAt when it is to be looked at again, or null when nothing more can become certain
 */
public record PromiseRow(
        long id,
        Carried carried,
        TimeWindow promised,
        boolean timed,
        Window window,
        Instant told,
        Way way,
        @Nullable Found found,
        @Nullable Ended ended,
        @Nullable Instant checkAt,
        int version) {

    /**
     * The order, or the part of it, and the parcel that carries it.
     *
     * @param readyAt when its shipment was made known to the carrier; none of a parcel in place of or beside another
     */
    record Carried(
            MallId tenantId,
            OrderId orderId,
            @Nullable ShipmentId shipmentId,
            PersonId personId,
            String origin,
            String destination,
            String carrier,
            long totalWon,
            Instant confirmedAt,
            @Nullable Instant readyAt) {}

    /**
     * How far it has come.
     *
     * @param since when the stage began
     * @param place where it was when something of the promise changed last; of a late one where it was scanned last
     */
    record Way(
            Stage stage,
            Instant since,
            @Nullable Instant pickedUpAt,
            @Nullable Instant outAt,
            @Nullable ScanReason reason,
            String place) {

        Way reached(Stage newStage, Instant at, @Nullable ScanReason why, String where) {
            return new Way(
                    newStage,
                    newStage == stage ? since : at,
                    pickedUpAt == null && newStage == Stage.PICKED_UP ? at : pickedUpAt,
                    outAt == null && newStage == Stage.OUT_FOR_DELIVERY ? at : outAt,
                    why,
                    where);
        }
    }

    /** A delay that was found. */
    record Found(DelayKind kind, DelayCause cause, Instant certainAt, Instant foundAt) {}

    /** How it ended. */
    public record Ended(Outcome outcome, @Nullable Instant deliveredAt, Instant at) {}

    /** A promise before it is stored: the order waits for its hand-over. */
    public static PromiseRow ordered(
            PlacedOrder order, String carrier, Instant since, TimeWindow promised, boolean timed, Window window) {
        Carried carried = new Carried(
                order.tenantId(),
                order.orderId(),
                null,
                order.personId(),
                order.originArea(),
                order.destinationArea(),
                carrier,
                order.totalWon(),
                order.confirmedAt(),
                null);
        Way way = new Way(Stage.ORDERED, since, null, null, null, "");
        return new PromiseRow(0, carried, promised, timed, window, window.p50(), way, null, null, null, 0);
    }

    PromiseRow identified(long newId) {
        return new PromiseRow(newId, carried, promised, timed, window, told, way, found, ended, checkAt, version);
    }

    PromiseRow reached(Stage newStage, Instant at, @Nullable ScanReason why, String where) {
        Way reached = way.reached(newStage, at, why, where);
        return new PromiseRow(id, carried, promised, timed, window, told, reached, found, ended, checkAt, version);
    }

    public PromiseRow with(Window newWindow, Instant newTold) {
        return new PromiseRow(id, carried, promised, timed, newWindow, newTold, way, found, ended, checkAt, version);
    }

    /** Late: the notice of the delay names the middle of the window. */
    PromiseRow found(Found delay) {
        return new PromiseRow(id, carried, promised, timed, window, window.p50(), way, delay, ended, null, version);
    }

    public PromiseRow ended(Ended end) {
        return new PromiseRow(id, carried, promised, timed, window, told, way, found, end, null, version);
    }

    public PromiseRow checkedAt(@Nullable Instant at) {
        return new PromiseRow(id, carried, promised, timed, window, told, way, found, ended, at, version);
    }

    public PromiseRow promising(TimeWindow newPromise, boolean slot) {
        return new PromiseRow(id, carried, newPromise, slot, window, told, way, found, ended, checkAt, version);
    }

    /** The same with the other's place and window. */
    PromiseRow asSeenIn(PromiseRow other) {
        return with(other.window, told).reached(stage(), since(), reason(), other.place());
    }

    boolean isOpen() {
        return ended == null;
    }

    Forecast.Delivery known() {
        return new Forecast.Delivery(carrier(), origin(), destination(), stage(), since(), tenantId(), confirmedAt());
    }

    public MallId tenantId() {
        return carried.tenantId();
    }

    public OrderId orderId() {
        return carried.orderId();
    }

    @Nullable ShipmentId shipmentId() {
        return carried.shipmentId();
    }

    PersonId personId() {
        return carried.personId();
    }

    public String origin() {
        return carried.origin();
    }

    String destination() {
        return carried.destination();
    }

    public String carrier() {
        return carried.carrier();
    }

    long totalWon() {
        return carried.totalWon();
    }

    Instant confirmedAt() {
        return carried.confirmedAt();
    }

    @Nullable Instant readyAt() {
        return carried.readyAt();
    }

    Stage stage() {
        return way.stage();
    }

    Instant since() {
        return way.since();
    }

    @Nullable Instant pickedUpAt() {
        return way.pickedUpAt();
    }

    @Nullable Instant outAt() {
        return way.outAt();
    }

    @Nullable ScanReason reason() {
        return way.reason();
    }

    String place() {
        return way.place();
    }
}
