package kr.dochak.webhooks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;

/**
 * What bodies say, version 1 of docs/webhooks.md: fields may be added, none changes its meaning. No names, addresses, phone
 * numbers, and no free text of carriers, in which drivers' numbers stand.
 */
sealed interface EventData {

    int VERSION = 1;

    /** One parcel went from one status to another; no lines means the whole order. */
    record ShipmentMoved(
            CarrierId carrier,
            @Nullable TrackingNumber trackingNumber,
            String from,
            String to,
            @Nullable String reason,
            String place,
            List<Part> orders)
            implements EventData {}

    /** What a parcel carries of one order. */
    record Part(String orderNo, List<Integer> lines) {}

    record PromiseMade(@Nullable String orderNo, PromiseId promiseId, Span promised, boolean timed)
            implements EventData {}

    record WindowChanged(@Nullable String orderNo, PromiseId promiseId, Span told, Span now, String cause)
            implements EventData {}

    record PromiseDelayed(
            @Nullable String orderNo,
            PromiseId promiseId,
            String kind,
            String cause,
            Span promised,
            Span expected,
            Instant certainAt,
            Instant foundAt)
            implements EventData {}

    record PromiseSettled(
            @Nullable String orderNo,
            PromiseId promiseId,
            String outcome,
            Span promised,
            @Nullable Instant deliveredAt) implements EventData {}

    /**
     * What a customer wants now.
     *
     * @param note whether there are words for the driver, which the API gives with the order
     * @param takenBack true where it could not be passed on, and the order is as before
     */
    record DeliveryRequested(
            String orderNo, String place, @Nullable LocalDate day, boolean note, boolean takenBack)
            implements EventData {}

    record Ping(String message) implements EventData {}

    /** From when until when. */
    record Span(Instant from, Instant to) {

        static Span of(TimeWindow window) {
            return new Span(window.from(), window.to());
        }
    }

    /** The whole body. */
    record Body(
            int version,
            String id,
            String type,
            String mall,
            long sequence,
            Instant occurredAt,
            Instant recordedAt,
            EventData data) {}
}
