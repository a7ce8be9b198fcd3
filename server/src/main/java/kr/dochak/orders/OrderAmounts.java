package kr.dochak.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What was paid, in won: {@code total = items + shipping − discount − points}.
 *
 * @param points paid with points or credit of the mall; not there when it is nothing
 */
public record OrderAmounts(
        long items,
        long shipping,
        long discount,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long points,
        long total,
        List<Discount> discounts) {

    /** A discount with its reason, as the customer may read it (ORD-4). */
    public record Discount(String reason, long amount) {}
}
