package kr.dochak.orders;

/** What it means that a known order comes again. Pure. */
enum OrderRepeat {
    /** Nothing is different, or what comes is older than what is known. */
    UNCHANGED,
    /** It was cancelled before and stays so. */
    STAYS_CANCELLED,
    /** The same order with other content. */
    REVISED,
    /** Its payment came, with or without other content. */
    PAID,
    /** Its source cancelled it; what else it says does not matter any more. */
    CANCELLED;

    /**
     * A cancellation outlives everything, and a payment outlives the word that there is none: an old file that is loaded again
     * takes neither back. A payment that really failed is a cancellation.
     */
    static OrderRepeat of(OrderStatus known, OrderStatus comes, boolean sameContent) {
        return switch (known) {
            case CANCELLED -> sameContent || comes == OrderStatus.CANCELLED ? UNCHANGED : STAYS_CANCELLED;
            case PAID ->
                switch (comes) {
                    case CANCELLED -> CANCELLED;
                    case UNPAID -> UNCHANGED;
                    case PAID -> sameContent ? UNCHANGED : REVISED;
                };
            case UNPAID ->
                switch (comes) {
                    case CANCELLED -> CANCELLED;
                    case PAID -> PAID;
                    case UNPAID -> sameContent ? UNCHANGED : REVISED;
                };
        };
    }
}
