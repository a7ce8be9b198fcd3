package kr.dochak.benchmarks.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One thing that happened to one order. The kinds are in the order in which one moment tells them. */
record Happening(Instant at, Kind kind, PastOrder order) {

    enum Kind {
        ORDERED,
        HANDED_OVER,
        PICKED_UP,
        DELIVERED,
        CANCELLED
    }

    /** All that happened, in the order of time; the same for the same orders, always. */
    static List<Happening> of(List<PastOrder> orders) {
        List<Happening> all = new ArrayList<>(orders.size() * 4);
        for (PastOrder order : orders) {
            all.add(new Happening(order.knownAt(), Kind.ORDERED, order));
            if (order.isShipped()) {
                all.add(new Happening(later(order.knownAt(), order.registeredAt()), Kind.HANDED_OVER, order));
            }
            if (order.handedOverAt() != null) {
                all.add(new Happening(order.handedOverAt(), Kind.PICKED_UP, order));
            }
            if (order.deliveredAt() != null) {
                all.add(new Happening(order.deliveredAt(), Kind.DELIVERED, order));
            }
            if (order.cancelledAt() != null) {
                all.add(new Happening(order.cancelledAt(), Kind.CANCELLED, order));
            }
        }
        all.sort(Comparator.comparing(Happening::at)
                .thenComparing(Happening::kind)
                .thenComparing(each -> each.order().orderNo()));
        return all;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
