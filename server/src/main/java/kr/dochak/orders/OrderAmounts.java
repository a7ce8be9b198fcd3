package kr.dochak.orders;

import java.util.List;

/** What was paid, in won: {@code total = items + shipping − discount}. */
public record OrderAmounts(long items, long shipping, long discount, long total, List<Discount> discounts) {

    /** A discount with its reason, as the customer may read it (ORD-4). */
    public record Discount(String reason, long amount) {}
}
