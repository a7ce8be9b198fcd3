package kr.dochak.messaging.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.DeliveryState;
import kr.dochak.messaging.sending.SendResult.Verdict;

/**
 * What a verdict does to a delivery: the state machine, in one place. Pure.
 *
 * @param nextAt when to try again, for one that waits
 * @param newKey the vendor must take the next try as another message
 * @param fallBack the customer is to be told by the next channel of the route
 * @param alarm staff must look at our set-up
 */
record DeliveryChange(DeliveryState state, Instant nextAt, boolean newKey, boolean fallBack, boolean alarm) {

    /** So long we wait for a vendor that does not take our messages, before the next channel is tried. */
    static final Duration PATIENCE = Duration.ofMinutes(10);
    /** So long the last channel of a route is tried. */
    static final Duration LAST_PATIENCE = Duration.ofHours(24);

    /** So long a key prevents a vendor from sending twice: the ten minutes of its memory, less a send that is under way. */
    static final Duration KEY_HOLDS = Duration.ofMinutes(9);

    private static final int MOST_VENDOR_FAILURES = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    static DeliveryChange of(Verdict verdict, int attempts, List<ChannelName> rest, Instant createdAt, Instant now) {
        return switch (verdict) {
            case ACCEPTED, WAIT -> to(DeliveryState.SENT, now);
            case DELIVERED -> to(DeliveryState.DELIVERED, now);
            case UNREACHABLE -> new DeliveryChange(DeliveryState.FAILED, now, false, true, false);
            case MISCONFIGURED -> new DeliveryChange(DeliveryState.FAILED, now, false, true, true);
            case NOT_SENT -> again(attempts, false, now.isAfter(createdAt.plus(patience(rest))), now);
            case UNKNOWN ->
                now.isAfter(createdAt.plus(LAST_PATIENCE)) ? neverKnown(now) : again(attempts, false, false, now);
            case NOT_TAKEN -> again(attempts, true, now.isAfter(createdAt.plus(patience(rest))), now);
            case NEVER_KNOWN -> neverKnown(now);
            case FAILED_FOR_NOW -> again(attempts, true, attempts >= MOST_VENDOR_FAILURES, now);
        };
    }

    /** No other channel is tried: the customer may have it, and nobody gets the same message twice (MSG-1). */
    private static DeliveryChange neverKnown(Instant now) {
        return new DeliveryChange(DeliveryState.UNKNOWN, now, false, false, true);
    }

    private static Duration patience(List<ChannelName> rest) {
        return rest.isEmpty() ? LAST_PATIENCE : PATIENCE;
    }

    private static DeliveryChange to(DeliveryState state, Instant now) {
        return new DeliveryChange(state, now, false, false, false);
    }

    private static DeliveryChange again(int attempts, boolean newKey, boolean enough, Instant now) {
        return enough
                ? new DeliveryChange(DeliveryState.FAILED, now, false, true, false)
                : new DeliveryChange(DeliveryState.WAITING, now.plus(pause(attempts)), newKey, false, false);
    }

    /** 2, 4, 8 … seconds, never more than a minute. */
    static Duration pause(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.clamp(attempts, 1, 6));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
