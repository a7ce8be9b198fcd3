package kr.dochak.messaging;

import java.time.Instant;
import java.util.List;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;

/** How far a delay is on its way to the customer: found, then decided. Both make the same one notice. */
sealed interface DelayNotice {

    /** Found; the notice is held for a moment, so that the decision goes out in the same message. */
    record Found(Delay delay) implements DelayNotice {}

    /** Decided; nothing more is to wait for. */
    record Decided(Delay delay, List<Granted> grants) implements DelayNotice {}

    Delay delay();

    default List<Granted> grants() {
        return List.of();
    }

    default boolean isDecided() {
        return this instanceof Decided;
    }

    default boolean isLostOrDamaged() {
        return delay().cause() == DelayCause.LOST || delay().cause() == DelayCause.DAMAGED;
    }

    /**
     * Whether nothing is known but that nobody has seen the parcel: its promise still holds, and nothing was scanned since that was found
     * (TRK-4).
     */
    default boolean isOfSilence(Instant lastScanAt) {
        return isUnseen() && !isLostOrDamaged() && !lastScanAt.isAfter(delay().foundAt());
    }

    private boolean isUnseen() {
        return delay().kind() == DelayKind.SILENT
                && delay().foundAt().isBefore(delay().promised().to());
    }

    /**
     * A delay has one notice for each promise, and a silence before it one of its own; a loss has one for each order, whoever reports it
     * first.
     */
    default String subject() {
        return isLostOrDamaged() ? "order:" + delay().orderId() : (isUnseen() ? "silent:" : "") + delay().promiseId();
    }

    /**
     * The one notice of it, with what is known by now.
     *
     * @param holdUntil how long it waits at most for the decision
     */
    default NewNotice notice(Instant holdUntil) {
        Delay delay = delay();
        return new NewNotice(
                isLostOrDamaged() ? NoticeKind.LOST_OR_DAMAGED : NoticeKind.DELAYED,
                subject(),
                delay.tenantId(),
                delay.personId(),
                delay.orderId(),
                delay.promiseId(),
                delay.shipmentId(),
                NoticeFacts.delay(delay, grants().stream().map(GrantFact::of).toList()),
                delay.foundAt(),
                isDecided() ? null : holdUntil,
                isDecided());
    }
}
