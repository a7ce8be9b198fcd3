package kr.dochak.benefits;

import java.time.Instant;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/**
 * Points to give to a person.
 *
 * @param key names this grant for ever, e.g. {@code comp:<promiseId>:<ruleId>}; a second one with it gives nothing
 * @param amount more than nothing; one point is one won
 * @param orderId the order it is given for, if any
 */
public record PointGrant(
        String key,
        MallId tenantId,
        PersonId personId,
        @Nullable OrderId orderId,
        Won amount,
        Warrant warrant,
        Instant at) {

    public PointGrant {
        if (amount.amount() == 0) {
            throw new IllegalArgumentException("no points to give: " + key);
        }
    }
}
