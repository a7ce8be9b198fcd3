package kr.dochak.promise.windows;

import java.time.LocalDate;

/**
 * How likely a parcel has come by the end of a day.
 *
 * @param chance from 0 to 1, never smaller than that of a day before
 */
public record DayChance(LocalDate day, double chance) {

    /** In whole per cent, rounded down, so that nothing is called certain. */
    public int percent() {
        return (int) Math.floor(chance * 100 + 1e-9);
    }
}
