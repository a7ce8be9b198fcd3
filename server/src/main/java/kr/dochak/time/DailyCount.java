package kr.dochak.time;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts something for each day that is over, one day at a time, the oldest first. The last days are counted anew on each
 * day that follows, since carriers tell some scans late.
 */
public final class DailyCount {

    /** What is counted; which days were is kept in a table of its own. */
    public interface Days {

        /** The days that were counted, from this one on, each with the day on which that was last done. */
        Map<LocalDate, LocalDate> counted(LocalDate from);

        /** Counts a day as a whole, in one transaction that also marks it as counted. */
        void count(LocalDate day, LocalDate today);
    }

    private final int back;
    private final int again;
    private final Days days;

    /**
     * @param back how many days a new installation counts
     * @param again on how many days a day is counted
     */
    public DailyCount(int back, int again, Days days) {
        this.back = back;
        this.again = again;
        this.days = days;
    }

    /** Counts the oldest day that waits for it and says which that was; empty when no day does. */
    public Optional<LocalDate> countNext(LocalDate today) {
        Optional<LocalDate> due = due(today);
        due.ifPresent(day -> days.count(day, today));
        return due;
    }

    /** The oldest day that is over and not counted, or not counted today although scans of it may still have come. */
    public Optional<LocalDate> due(LocalDate today) {
        Map<LocalDate, LocalDate> counted = days.counted(today.minusDays(back));
        LocalDate oldestAgain = today.minusDays(again);
        return IntStream.rangeClosed(1, back)
                .mapToObj(n -> today.minusDays(back + 1L - n))
                .filter(day -> {
                    LocalDate on = counted.get(day);
                    return on == null || (!day.isBefore(oldestAgain) && on.isBefore(today));
                })
                .findFirst();
    }
}
