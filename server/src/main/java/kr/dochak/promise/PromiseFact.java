package kr.dochak.promise;

import java.time.Instant;
import java.util.List;
import kr.dochak.promise.causes.LostTime;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/** What the promise module announces. Facts carry lists, since timers and imports find many at once. */
public sealed interface PromiseFact {

    /** Orders have their first delivery window and the promise shown to the customer (PRM-1). */
    record PromisesMade(List<Made> promises) implements PromiseFact {}

    /**
     * The window a customer was shown has moved so far that they should know; of a late parcel too, whose delay is known.
     */
    record WindowsChanged(List<Changed> changes) implements PromiseFact {}

    /** Promises that are or will certainly be broken, each found once (PRM-4). */
    record DelaysFound(List<Delay> delays) implements PromiseFact {}

    /** Promises that ended: kept, missed, or void because nothing is to be delivered any more. */
    record PromisesSettled(List<Settled> promises) implements PromiseFact {}

    /** Promises that had ended with a delivery that was none hold again (TRK-8). */
    record PromisesReopened(List<Reopened> promises) implements PromiseFact {}

    /** One that holds again; what was given for it stays given. */
    record Reopened(PromiseId promiseId, OrderId orderId, MallId tenantId, Instant at) {}

    /** A first window. */
    record Made(
            PromiseId promiseId,
            OrderId orderId,
            MallId tenantId,
            PersonId personId,
            TimeWindow promised,
            boolean timed,
            Instant at) {}

    /**
     * A moved window: what was announced to the customer last, and what holds now.
     *
     * @param lost where the time was lost, or null where nothing shows it, and in facts of older versions
     */
    record Changed(
            PromiseId promiseId,
            OrderId orderId,
            MallId tenantId,
            PersonId personId,
            TimeWindow told,
            TimeWindow now,
            DelayCause cause,
            Instant at,
            @Nullable LostTime lost) {}

    /**
     * A delay that was found.
     *
     * @param shipmentId the shipment, or null while none is registered
     * @param promised what the customer was promised
     * @param expected when it will come now (10–90 %)
     * @param certainAt the moment from which it was certain; {@code foundAt} is when we saw it
     * @param place where the parcel was scanned last, or null while it was not, and in facts of older versions
     * @param lost where it lost most time, or null where nothing shows it, and in facts of older versions
     */
    record Delay(
            PromiseId promiseId,
            OrderId orderId,
            MallId tenantId,
            PersonId personId,
            @Nullable ShipmentId shipmentId,
            DelayKind kind,
            DelayCause cause,
            TimeWindow promised,
            boolean timed,
            TimeWindow expected,
            long totalWon,
            Instant certainAt,
            Instant foundAt,
            @Nullable String place,
            @Nullable LostTime lost) {}

    /**
     * How one promise ended; handed over, on the van and delivered at the carrier's times, as far as it was seen.
     */
    record Settled(
            PromiseId promiseId,
            OrderId orderId,
            MallId tenantId,
            PersonId personId,
            Outcome outcome,
            TimeWindow promised,
            boolean timed,
            long totalWon,
            @Nullable Instant pickedUpAt,
            @Nullable Instant outAt,
            @Nullable Instant deliveredAt,
            Instant at) {}

    /** How a delay showed itself. */
    enum DelayKind {
        PREDICTED,
        OVERDUE,
        SILENT
    }

    /** Why, from evidence (PRM-4). */
    enum DelayCause {
        /** Not in the warehouse. Nothing finds it before stock is counted here. */
        STOCK,
        PICKING,
        HANDOVER,
        HUB_BACKLOG,
        LINE_HAUL,
        LAST_MILE,
        /** Too few vehicles or drivers of our own. Nothing finds it before own delivery stands. */
        VEHICLES,
        ADDRESS,
        /** Nobody there to take it. */
        ABSENCE,
        /** Not taken when it came. */
        REFUSED,
        MISSORTED,
        WEATHER,
        /** A day that was declared closed after the promise had been made. */
        CLOSED_DAY,
        /** The carrier or we said what was not so: a delivery in time that was none. */
        WRONG_INFORMATION,
        CARRIER_DATA,
        LOST,
        DAMAGED,
        CUSTOMER_REQUEST
    }

    /** How a promise ended. */
    enum Outcome {
        KEPT,
        MISSED,
        VOID
    }
}
