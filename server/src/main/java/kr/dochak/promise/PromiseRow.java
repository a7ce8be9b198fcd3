package kr.dochak.promise;

import java.time.Instant;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.causes.LostTime;
import kr.dochak.promise.causes.Reason;
import kr.dochak.promise.windows.Forecast;
import kr.dochak.promise.windows.Stage;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentState;
import org.jspecify.annotations.Nullable;

/**
 * A promise as it stands in the database while it is worked on.
 *
 * @param announced the arrival the customer was told last
 * @param checkAt when it is to be looked at again, or null when nothing more can become certain
 */
public record PromiseRow(
        long id,
        Carried carried,
        TimeWindow promised,
        boolean timed,
        Window window,
        Instant announced,
        Way way,
        @Nullable Found found,
        @Nullable Ended ended,
        @Nullable Instant checkAt,
        int version) {

    /**
     * The order, or the part of it, and the parcel that carries it.
     *
     * @param orderedAt when the order was placed; null of promises of older versions
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
            @Nullable Instant readyAt,
            @Nullable Instant orderedAt) {}

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

    /**
     * A delay that was found.
     *
     * @param lost where most time was lost, or null where nothing shows it
     */
    public record Found(
            DelayKind kind,
            DelayCause cause,
            Instant certainAt,
            Instant foundAt,
            @Nullable LostTime lost) {

        Found(DelayKind kind, DelayCause cause, Instant certainAt, Instant foundAt) {
            this(kind, cause, certainAt, foundAt, null);
        }

        public Reason reason() {
            return new Reason(cause, lost);
        }
    }

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
                null,
                order.orderedAt());
        Way way = new Way(Stage.ORDERED, since, null, null, null, "");
        return new PromiseRow(0, carried, promised, timed, window, window.p50(), way, null, null, null, 0);
    }

    /** The same, in this parcel. */
    public PromiseRow carriedBy(ShipmentId shipmentId) {
        Carried inParcel = new Carried(
                tenantId(),
                orderId(),
                shipmentId,
                personId(),
                origin(),
                destination(),
                carrier(),
                totalWon(),
                confirmedAt(),
                null,
                carried.orderedAt());
        return new PromiseRow(id, inParcel, promised, timed, window, announced, way, found, ended, checkAt, version);
    }

    PromiseRow identified(long newId) {
        return new PromiseRow(newId, carried, promised, timed, window, announced, way, found, ended, checkAt, version);
    }

    PromiseRow reached(Stage newStage, Instant at, @Nullable ScanReason why, String where) {
        Way reached = way.reached(newStage, at, why, where);
        return new PromiseRow(id, carried, promised, timed, window, announced, reached, found, ended, checkAt, version);
    }

    public PromiseRow with(Window newWindow, Instant newAnnounced) {
        return new PromiseRow(
                id, carried, promised, timed, newWindow, newAnnounced, way, found, ended, checkAt, version);
    }

    /** Late: the notice of the delay names the middle of the window. */
    PromiseRow found(Found delay) {
        return new PromiseRow(id, carried, promised, timed, window, window.p50(), way, delay, ended, null, version);
    }

    /** Late for this reason, as far as we know now. */
    PromiseRow because(Reason reason) {
        if (found == null) {
            return this;
        }
        Found known = new Found(found.kind, reason.cause(), found.certainAt, found.foundAt, reason.lost());
        return new PromiseRow(id, carried, promised, timed, window, announced, way, known, ended, checkAt, version);
    }

    public PromiseRow ended(Ended end) {
        return new PromiseRow(id, carried, promised, timed, window, announced, way, found, end, null, version);
    }

    public PromiseRow checkedAt(@Nullable Instant at) {
        return new PromiseRow(id, carried, promised, timed, window, announced, way, found, ended, at, version);
    }

    public PromiseRow promising(TimeWindow newPromise, boolean slot) {
        return new PromiseRow(id, carried, newPromise, slot, window, announced, way, found, ended, checkAt, version);
    }

    /** The same with the other's place and window. */
    PromiseRow asSeenIn(PromiseRow other) {
        return with(other.window, announced).reached(stage(), since(), reason(), other.place());
    }

    /** Whether a delivery cannot be this order's, since it is older: then the number is another parcel's. */
    boolean isOlder(ShipmentState state) {
        Instant delivered = state.deliveredAt();
        Instant ordered = carried.orderedAt();
        return delivered != null && ordered != null && delivered.isBefore(ordered);
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

    public @Nullable ShipmentId shipmentId() {
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

    public Instant confirmedAt() {
        return carried.confirmedAt();
    }

    @Nullable Instant readyAt() {
        return carried.readyAt();
    }

    Stage stage() {
        return way.stage();
    }

    public Instant since() {
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
