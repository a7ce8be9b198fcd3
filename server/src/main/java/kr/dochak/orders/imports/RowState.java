package kr.dochak.orders.imports;

/** What a row of a file says of the order at its source, the weakest first: of several columns the strongest counts. */
enum RowState {
    /** It says nothing of it. */
    NONE,
    PAID,
    /** Ordered and not paid: it waits. */
    UNPAID,
    /** Somebody asked for a cancellation that nobody decided yet: it is left as it is. */
    HELD,
    /** Delivered, perhaps sent back since: there is nothing left to promise. */
    DONE,
    CANCELLED;

    RowState or(RowState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
