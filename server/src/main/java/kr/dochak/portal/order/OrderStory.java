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
        List<SentNotice> messages,
        List<Conversation> conversations,
        boolean changeable) {

    /** One line of the order with its own arrival. */
    public record Item(
            String name, String initial, int colour, int quantity, String price, String arrival, Tone tone) {}

    /** What was paid. */
    public record Money(OrderAmounts amounts, String method) {}

    /** Where it goes and how; only for the customer who is logged in. {@code asked} says what became of their last request. */
    public record Receiving(String name, String phone, String address, String place, String note, String asked) {}

    /** What was given, by which rule; {@code revised} where another cause has been found since, else empty. */
    public record Gift(String what, String rule, String revised, String when) {}

    /**
     * A message we sent; {@code later} where its words were made again afterwards and may not be the very same. Who only holds
     * a link gets no body.
     */
    public record SentNotice(String title, String body, String when, String channels, boolean later) {}
}
