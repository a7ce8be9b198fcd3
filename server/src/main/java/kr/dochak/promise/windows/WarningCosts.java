package kr.dochak.promise.windows;

/**
 * What warnings cost, from which follows how sure a delay must be before the customer is notified (PRM-4). A notice at the
 * chance {@code p} costs {@code (1 - p) × wrong} on average, silence {@code p × missed}.
 *
 * @param wrong a warning of a parcel that then comes in time, in won: what was granted, and a customer who rearranged the
 *     day
 * @param missed a delay the customer was not warned of, in won: the inquiry it brings, and trust
 */
public record WarningCosts(long wrong, long missed) {

    public WarningCosts {
        if (wrong < 0 || missed < 0 || wrong + missed == 0) {
            throw new IllegalArgumentException("costs are won from 0 on, and one of them must be more than 0");
        }
    }

    /** Above this chance of being late a warning is the cheaper mistake; 0.9 with the usual costs. */
    public double surelyLate() {
        return (double) wrong / (wrong + missed);
    }
}
