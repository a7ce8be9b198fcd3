package kr.dochak.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint.
 *
 * @param eventId the id receivers see
 * @param nextAt when it is tried next, while it waits
 * @param code the status of the last answer, or null when there was none
 * @param answer the beginning of the last answer, or why there was none
 */
public record Delivery(
        long endpointId,
        long sequence,
        String eventId,
        EventType type,
        Instant occurredAt,
        State state,
        int attempts,
        int replays,
        @Nullable Instant nextAt,
        @Nullable Instant triedAt,
        @Nullable Integer code,
        String answer,
        @Nullable Integer tookMillis) {

    /** Where it stands; given up means that every attempt failed, until somebody replays it. */
    public enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }
}
