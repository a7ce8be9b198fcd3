package kr.dochak.orders;

/** The live topic of one order's pages: touched by every module that changes something they show. */
public final class OrderTopic {

    static final String KIND = "order";

    private OrderTopic() {}

    /** The topic of this order. */
    public static String of(long orderId) {
        return KIND + ":" + orderId;
    }
}
