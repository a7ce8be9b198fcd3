package kr.dochak.fulfillment;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shipment as the API takes it. */
record HandoverRequest(
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable List<@Nullable OrderPart> orders,
        @Nullable OffsetDateTime registeredAt) {

    /**
     * Which order, and what of it; nothing said means all that no other parcel carries.
     *
     * @param lines lines of which it carries all pieces
     * @param items lines of which it carries some pieces
     */
    record OrderPart(
            @Nullable String orderNo,
            @Nullable List<@Nullable Integer> lines,
            @Nullable List<@Nullable Pieces> items) {

        /** Whole lines, or the whole order. */
        OrderPart(@Nullable String orderNo, @Nullable List<@Nullable Integer> lines) {
            this(orderNo, lines, null);
        }
    }

    /** Some pieces of one line. */
    record Pieces(@Nullable Integer line, @Nullable Integer quantity) {}

    /** Whether it says of each order what it carries: what is left is what others carry that say nothing. */
    boolean namesLines() {
        return parts().stream().allMatch(part -> part != null && (part.lines() != null || part.items() != null));
    }

    /** The orders it names, whatever else they say. */
    List<@Nullable OrderPart> parts() {
        return orders == null ? List.of() : orders;
    }
}
