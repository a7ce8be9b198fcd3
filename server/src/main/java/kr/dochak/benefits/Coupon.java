package kr.dochak.benefits;

import java.time.Instant;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as its owner sees it.
 *
 * @param expiresAt the first moment at which it is good no more: a midnight in Seoul
 */
public record Coupon(
        long id,
        PersonId personId,
        @Nullable OrderId orderId,
        int percent,
        Won maxDiscount,
        String reason,
        State state,
        Instant grantedAt,
        Instant expiresAt) {

    /** What became of it. */
    public enum State {
        OPEN,
        REDEEMED,
        EXPIRED,
        REVOKED
    }

    /** What it takes off an order of this total, rounded down to ten won. */
    public Won discountOn(Won total) {
        Won share = total.percent(percent);
        return share.compareTo(maxDiscount) < 0 ? share : maxDiscount;
    }
}
