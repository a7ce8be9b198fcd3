package kr.dochak.promise;

import java.time.Instant;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.shared.TimeWindow;
import kr.dochak.tracking.ScanReason;
import org.jspecify.annotations.Nullable;

/**
 * A promise as it stands in the database while it is worked on.
 *
 * @param since when the stage began
 * @param readyAt when its shipment was made known to the carrier; none of a parcel in place of or beside another
 * @param told the arrival the customer was told last
 * @param place where it was when something of the promise changed last; of a late one where it was scanned last
 * @param checkAt when it is to be looked at again, or null when nothing more can become certain
 */
record PromiseRow(
        long id,
        long tenantId,
        long orderId,
        @Nullable Long shipmentId,
        long personId,
        String origin,
        String destination,
        String carrier,
        long totalWon,
        Instant confirmedAt,
        TimeWindow promised,
        boolean timed,
        Window window,
        Instant told,
        Stage stage,
        Instant since,
        @Nullable Instant readyAt,
        @Nullable Instant pickedUpAt,
        @Nullable Instant outAt,
        @Nullable ScanReason reason,
        String place,
        @Nullable Found found,
        @Nullable Ended ended,
        @Nullable Instant checkAt,
        int version) {

    /** A delay that was found. */
    record Found(DelayKind kind, DelayCause cause, Instant certainAt, Instant foundAt) {}

    /** How it ended. */
    record Ended(Outcome outcome, @Nullable Instant deliveredAt, Instant at) {}

    /** A promise before it is stored: the order waits for its hand-over. */
    static PromiseRow ordered(
            PlacedOrder order, String carrier, Instant since, TimeWindow promised, boolean timed, Window window) {
        return new PromiseRow(
                0,
                order.tenantId(),
                order.orderId(),
                null,
                order.personId(),
                order.originArea(),
                order.destinationArea(),
                carrier,
                order.totalWon(),
                order.confirmedAt(),
                promised,
                timed,
                window,
                window.p50(),
                Stage.ORDERED,
                since,
                null,
                null,
                null,
                null,
                "",
                null,
                null,
                null,
                0);
    }

    PromiseRow identified(long newId) {
        return new PromiseRow(
                newId,
                tenantId,
                orderId,
                shipmentId,
                personId,
                origin,
                destination,
                carrier,
                totalWon,
                confirmedAt,
                promised,
                timed,
                window,
                told,
                stage,
                since,
                readyAt,
                pickedUpAt,
                outAt,
                reason,
                place,
                found,
                ended,
                checkAt,
                version);
    }

    /** The same with the other's place and window. */
    PromiseRow asSeenIn(PromiseRow other) {
        return with(other.window, told).reached(stage, since, reason, other.place);
    }

    boolean isOpen() {
        return ended == null;
    }

    Forecast.Known known() {
        return new Forecast.Known(carrier, origin, destination, stage, since, tenantId, confirmedAt);
    }

    PromiseRow reached(Stage newStage, Instant at, @Nullable ScanReason why, String where) {
        boolean entered = newStage != stage;
        Instant picked = pickedUpAt == null && newStage == Stage.PICKED_UP ? at : pickedUpAt;
        Instant out = outAt == null && newStage == Stage.OUT_FOR_DELIVERY ? at : outAt;
        return new PromiseRow(
                id,
                tenantId,
                orderId,
                shipmentId,
                personId,
                origin,
                destination,
                carrier,
                totalWon,
                confirmedAt,
                promised,
                timed,
                window,
                told,
                newStage,
                entered ? at : since,
                readyAt,
                picked,
                out,
                why,
                where,
                found,
                ended,
                checkAt,
                version);
    }

    PromiseRow with(Window newWindow, Instant newTold) {
        return new PromiseRow(
                id,
                tenantId,
                orderId,
                shipmentId,
                personId,
                origin,
                destination,
                carrier,
                totalWon,
                confirmedAt,
                promised,
                timed,
                newWindow,
                newTold,
                stage,
                since,
                readyAt,
                pickedUpAt,
                outAt,
                reason,
                place,
                found,
                ended,
                checkAt,
                version);
    }

    PromiseRow found(Found delay) {
        return new PromiseRow(
                id,
                tenantId,
                orderId,
                shipmentId,
                personId,
                origin,
                destination,
                carrier,
                totalWon,
                confirmedAt,
                promised,
                timed,
                window,
                window.p50(),
                stage,
                since,
                readyAt,
                pickedUpAt,
                outAt,
                reason,
                place,
                delay,
                ended,
                null,
                version);
    }

    PromiseRow ended(Ended end) {
        return new PromiseRow(
                id,
                tenantId,
                orderId,
                shipmentId,
                personId,
                origin,
                destination,
                carrier,
                totalWon,
                confirmedAt,
                promised,
                timed,
                window,
                told,
                stage,
                since,
                readyAt,
                pickedUpAt,
                outAt,
                reason,
                place,
                found,
                end,
                null,
                version);
    }

    PromiseRow checkedAt(@Nullable Instant at) {
        return new PromiseRow(
                id,
                tenantId,
                orderId,
                shipmentId,
                personId,
                origin,
                destination,
                carrier,
                totalWon,
                confirmedAt,
                promised,
                timed,
                window,
                told,
                stage,
                since,
                readyAt,
                pickedUpAt,
                outAt,
                reason,
                place,
                found,
                ended,
                at,
                version);
    }

    PromiseRow promising(TimeWindow newPromise, boolean slot) {
        return new PromiseRow(
                id,
                tenantId,
                orderId,
                shipmentId,
                personId,
                origin,
                destination,
                carrier,
                totalWon,
                confirmedAt,
                newPromise,
                slot,
                window,
                told,
                stage,
                since,
                readyAt,
                pickedUpAt,
                outAt,
                reason,
                place,
                found,
                ended,
                checkAt,
                version);
    }
}
