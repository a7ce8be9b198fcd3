package kr.dochak.compensation.goodwill;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import org.jspecify.annotations.Nullable;

/**
 * Points or a coupon that a member of staff wants to give beyond the policy (BEN-4).
 *
 * @param promiseId the promise it is about, if it is about one
 * @param makerId the member of staff who asked for it
 * @param atOnce whether it was given without another, as the company lets its staff do
 * @param approverIds who has agreed so far, in the order they did
 */
public record Goodwill(
        long id,
        MallId tenantId,
        OrderId orderId,
        PersonId personId,
        @Nullable PromiseId promiseId,
        GoodwillGift gift,
        String reason,
        long makerId,
        Instant madeAt,
        State state,
        boolean atOnce,
        List<Long> approverIds) {

    /** How far it is. */
    public enum State {
        PENDING,
        GRANTED,
        REFUSED
    }
}
