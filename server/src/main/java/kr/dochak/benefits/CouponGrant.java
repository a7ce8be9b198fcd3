package kr.dochak.benefits;

import java.time.Instant;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/**
 * A coupon to give to a person.
 *
 * @param key names this grant for ever; a second one with it gives nothing
 * @param percent of the order it will be used for, 1–100
 * @param maxDiscount the most it takes off
 * @param orderId the order it is given for, if any
 */
public record CouponGrant(
        String key,
        MallId tenantId,
        PersonId personId,
        @Nullable OrderId orderId,
        int percent,
        Won maxDiscount,
        Warrant warrant,
        Instant at) {

    public CouponGrant {
        if (percent < 1 || percent > 100 || maxDiscount.amount() == 0) {
            throw new IllegalArgumentException("not a discount: " + key);
        }
    }
}
