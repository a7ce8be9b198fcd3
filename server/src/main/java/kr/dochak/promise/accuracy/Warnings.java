package kr.dochak.promise.accuracy;

import java.util.List;

/**
 * How good the warnings of delays were (PRM-4): of the promises whose time has come, what had been foreseen and how early.
 *
 * @param missed promises that were not kept, foreseen or not
 */
public record Warnings(long missed, List<Ahead> ahead) {

    /**
     * Delays foreseen at least so many hours before their promise ended.
     *
     * @param right those whose promise was missed indeed
     * @param wrong those that came in time all the same
     */
    public record Ahead(int hours, long right, long wrong) {

        public long warned() {
            return right + wrong;
        }

        /** Which share of the warnings came true; not a number where nobody was warned. */
        public double precision() {
            return (double) right / warned();
        }
    }

    public Warnings {
        ahead = List.copyOf(ahead);
    }

    /** Which share of the missed promises had been foreseen so early; not a number where none was missed. */
    public double recall(Ahead warned) {
        return (double) warned.right() / missed;
    }

    /** Whether there is nothing to judge by. */
    public boolean isEmpty() {
        return missed == 0 && ahead.stream().allMatch(each -> each.warned() == 0);
    }
}
