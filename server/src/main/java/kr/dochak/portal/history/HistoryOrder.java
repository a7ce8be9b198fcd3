package kr.dochak.portal.history;

import java.util.List;
import kr.dochak.orders.OrderDetail;
import kr.dochak.orders.OrderLine;
import kr.dochak.tracking.TrackingNumber;

/**
 * An order in the history (ORD-4).
 *
 * @param discounts the discounts with their reasons, in one line
 * @param messages the messages about it that the customer received, oldest first
 */
public record HistoryOrder(
        OrderDetail detail,
        String title,
        String orderedAt,
        String payment,
        String discounts,
        String given,
        List<Item> items,
        List<SentNotice> messages) {

    /** One line of the order and where it travelled; before the hand-over the name and the number are empty. */
    public record Item(
            OrderLine line,
            String carrierName,
            TrackingNumber trackingNumber,
            String state,
            String promised,
            String delivered) {}

    /** A message. */
    public record SentNotice(String when, String title) {}
}
