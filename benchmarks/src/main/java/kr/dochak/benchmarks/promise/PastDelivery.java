package kr.dochak.benchmarks.promise;

import java.time.Instant;
import kr.dochak.promise.learning.features.Consignment;
import org.jspecify.annotations.Nullable;

/**
 * An order of the past with what became of it. Odd ones are put straight as a live system would have met them: an order
 * without approval is known from its purchase, one delivered before its approval at that moment; what was handed over
 * before it was known is known as handed over from then; a hand-over after the delivery is none.
 */
record PastDelivery(
        Consignment consignment,
        @Nullable Instant handedOverAt,
        @Nullable Instant deliveredAt) {

    static Instant knownAt(Instant ordered, @Nullable Instant approved, @Nullable Instant delivered) {
        Instant known = approved == null ? ordered : approved;
        return delivered != null && delivered.isBefore(known) ? delivered : known;
    }

    static PastDelivery of(Consignment consignment, @Nullable Instant handedOver, @Nullable Instant delivered) {
        Instant known = consignment.knownAt();
        Instant handed = handedOver != null && handedOver.isBefore(known) ? known : handedOver;
        boolean tooLate = handed != null && delivered != null && handed.isAfter(delivered);
        return new PastDelivery(consignment, tooLate ? null : handed, delivered);
    }
}
