package kr.dochak.webhooks;

import java.time.Instant;
import java.util.Set;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * Where a mall wants to hear of things, as pages and the API show it; never with its secret.
 *
 * @param stateAt since when it is in this state
 * @param oldSecretUntil until when requests are signed with the former secret too
 * @param failingSince when the first of the failures without a success between them was
 * @param failures how many those are
 */
public record Endpoint(
        long id,
        MallId tenantId,
        String url,
        String description,
        Set<EventType> events,
        State state,
        @Nullable DisabledWhy disabledWhy,
        Instant stateAt,
        @Nullable Instant oldSecretUntil,
        @Nullable Instant failingSince,
        long failures,
        @Nullable Instant lastSuccessAt,
        Instant createdAt) {

    /** Whether it is sent to: paused by people, disabled by us. */
    public enum State {
        ACTIVE,
        PAUSED,
        DISABLED
    }

    /** Why we stopped: it said that it is gone (410), or there were only failures for days. */
    public enum DisabledWhy {
        GONE,
        FAILING
    }
}
