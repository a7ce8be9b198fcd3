package kr.dochak.portal.order;

import java.util.List;
import kr.dochak.orders.OrderAmounts;
import kr.dochak.pages.Tone;
import kr.dochak.portal.help.Conversation;
import kr.dochak.shared.OrderId;
import org.jspecify.annotations.Nullable;

/** Everything the page of one order tells, in the reader's words. */
public record OrderStory(
        OrderId orderId,
        String orderNo,
        String title,
        String orderedAt,
        List<ParcelStory> parcels,
        List<Item> items,
        @Nullable Money money,
        @Nullable Receiving receiving,
        List<Gift> gifts,
        List<SentNotice> told,
        List<Conversation> conversations,
        boolean changeable) {

    /** One line of the order with its own arrival. */
    public record Item(
            String name, String initial, int colour, int quantity, String price, String arrival, Tone tone) {}

    /** What was paid. */
    public record Money(OrderAmounts amounts, String method) {}

    /** Where it goes and how; only for the customer who is logged in. */
    public record Receiving(String name, String phone, String address, String place, String note) {}

    /** What was given, by which rule. */
    public record Gift(String what, String rule, String when) {}

    /** A message we sent. */
    public record SentNotice(String title, String body, String when, String channels) {}
}
