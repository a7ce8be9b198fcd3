package kr.dochak.orders;

import kr.dochak.shared.OrderId;

/** The live topic of one order's pages: touched by every module that changes something they show. */
public final class OrderTopic {

    static final String KIND = "order";

    private OrderTopic() {}

    /** The topic of this order. */
    public static String of(OrderId orderId) {
        return KIND + ":" + orderId;
    }
}
