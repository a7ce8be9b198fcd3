package kr.dochak.orders;

/**
 * Where an order stands at its source (ORD-1). Only a paid one is promised, handed over and compensated; a cancelled one stays
 * cancelled.
 */
public enum OrderStatus {
    /** Placed, and its payment has not come yet (입금 전). */
    UNPAID,
    PAID,
    CANCELLED;

    /** Whether anything may be promised, sent or paid for it. */
    public boolean stands() {
        return this == PAID;
    }
}
