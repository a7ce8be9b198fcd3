package kr.dochak.benchmarks.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order as history knows it, with all that became of it.
 *
 * @param knownAt when the shop knew it was a real order: its approval, or without one its purchase
 * @param handedOverAt when the carrier had it; null when it never did, or nobody wrote it down
 * @param cancelledAt null when it was not cancelled
 */
record PastOrder(
        String orderNo,
        Instant orderedAt,
        Instant knownAt,
        @Nullable Instant handedOverAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant cancelledAt,
        Instant promisedTo,
        Buyer buyer,
        String origin,
        List<Line> lines,
        long shippingWon,
        String paymentMethod) {

    record Buyer(String id, String postcode, String city, String area) {}

    record Line(String sku, String name, long priceWon) {}

    boolean isShipped() {
        return handedOverAt != null || deliveredAt != null;
    }

    /** The earliest sign of the parcel: the files know some that were delivered before they were handed over. */
    Instant registeredAt() {
        if (handedOverAt == null) {
            return deliveredAt == null ? knownAt : deliveredAt;
        }
        return deliveredAt != null && deliveredAt.isBefore(handedOverAt) ? deliveredAt : handedOverAt;
    }

    /** No real number is in the files; the order's own id makes one that is the same in every run. */
    String trackingNumber() {
        return "BR" + orderNo.substring(0, Math.min(30, orderNo.length())).replaceAll("[^A-Za-z0-9]", "0");
    }

    long itemsWon() {
        return lines.stream().mapToLong(Line::priceWon).sum();
    }
}
