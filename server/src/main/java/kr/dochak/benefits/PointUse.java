package kr.dochak.benefits;

import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;

/**
 * Points spent on an order.
 *
 * @param key names this use for ever, so that a retried payment spends once
 */
public record PointUse(String key, PersonId personId, OrderId orderId, Won amount) {

    public PointUse {
        if (amount.amount() == 0) {
            throw new IllegalArgumentException("no points to use: " + key);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** Spent now, or before under the same key. */
        record Used() implements Outcome {}

        /** Nothing was spent. */
        record NotEnough(Won balance) implements Outcome {}
    }
}
