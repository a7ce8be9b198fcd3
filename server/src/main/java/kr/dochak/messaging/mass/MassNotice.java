package kr.dochak.messaging.mass;

import java.time.Instant;
import kr.dochak.messaging.NoticeFacts.OwnWords;
import kr.dochak.promise.reach.OrderChoice;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * One notice to the customers of many orders of a mall.
 *
 * @param askedFor how many orders it meant when it was asked for
 * @param decidedAt when others agreed to it or not; null while it waits
 * @param endedAt when the last was told or it was stopped, and {@code stoppedBy} whoever stopped it
 */
public record MassNotice(
        long id,
        OwnWords words,
        OrderChoice choice,
        int askedFor,
        State state,
        long makerId,
        Instant madeAt,
        @Nullable Instant decidedAt,
        @Nullable Instant endedAt,
        @Nullable Long stoppedBy) {

    /** How far it is. */
    public enum State {
        /** It waits for others to agree. */
        ASKED,
        SENDING,
        SENT,
        /** Somebody stopped it while it went out. */
        STOPPED,
        REFUSED,
        WITHDRAWN,
        EXPIRED
    }

    public MallId mall() {
        return choice.mall();
    }
}
