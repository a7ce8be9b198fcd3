package kr.dochak.promise.reach;

import java.time.LocalDate;
import java.util.List;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * Orders of one mall that are under way or were delivered lately.
 *
 * @param province where they go, its islands among them; null for anywhere
 * @param from the first day on which they come or came, and {@code to} the last; null for any
 * @param underWay whether those that are not delivered yet are meant
 * @param deliveredWithin of how many days back those that were delivered are meant; 0 for none of them
 * @param only of these orders alone; empty for any
 */
public record OrderChoice(
        MallId mall,
        @Nullable CarrierId carrier,
        @Nullable String province,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean underWay,
        int deliveredWithin,
        List<OrderId> only) {

    public OrderChoice {
        only = List.copyOf(only);
    }

    /** The same of these orders alone. */
    public OrderChoice of(List<OrderId> orders) {
        return new OrderChoice(mall, carrier, province, from, to, underWay, deliveredWithin, orders);
    }
}
