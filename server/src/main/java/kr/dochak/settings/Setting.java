package kr.dochak.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;
import kr.dochak.shared.Won;

/**
 * A number that is policy (SET-1). Its sentence is the word {@code settings.<key>} with one gap for the number, and why it is there is
 * {@code settings.<key>.why}.
 *
 * @param key its name among all, such as {@code care.reopen-within}; as {@code dochak.<key>} a file of settings named it before
 * @param least the smallest it may be, by the law where a law speaks
 * @param usual what it is until somebody changes it
 * @param perMall whether each mall may have its own; otherwise there is one for the house
 * @param risky whether a second person must agree
 * @param read what the number means to the program
 */
public record Setting<T>(
        String key,
        Section section,
        Unit unit,
        long least,
        long most,
        long usual,
        boolean perMall,
        boolean risky,
        LongFunction<T> read) {

    public Setting {
        if (usual < least || usual > most) {
            throw new IllegalArgumentException(key + " is usually " + usual + ", which is out of its own bounds");
        }
    }

    /** A number of things or times. */
    public static Setting<Integer> count(String key, Section section, Unit unit, int least, int most, int usual) {
        return new Setting<>(key, section, unit, least, most, usual, false, false, Math::toIntExact);
    }

    /** A span of time in minutes, hours or days. */
    public static Setting<Duration> span(String key, Section section, Unit unit, long least, long most, long usual) {
        ChronoUnit of = ChronoUnit.valueOf(unit.name());
        return new Setting<>(
                key,
                section,
                unit,
                least,
                most,
                usual,
                false,
                false,
                number -> of.getDuration().multipliedBy(number));
    }

    /** A share or a factor in hundredths or thousandths, which the program knows as a factor. */
    public static Setting<Double> share(String key, Section section, Unit unit, int least, int most, int usual) {
        double whole = unit == Unit.PER_MILLE ? 1_000 : 100;
        return new Setting<>(key, section, unit, least, most, usual, false, false, number -> number / whole);
    }

    /** A sum of money. */
    public static Setting<Won> won(String key, Section section, long least, long most, long usual) {
        return new Setting<>(key, section, Unit.WON, least, most, usual, false, false, Won::new);
    }

    /** The same, but each mall may have its own. */
    public Setting<T> ofEachMall() {
        return new Setting<>(key, section, unit, least, most, usual, true, risky, read);
    }

    /** The same, but a second person must agree to a change. */
    public Setting<T> withSecondPerson() {
        return new Setting<>(key, section, unit, least, most, usual, perMall, true, read);
    }

    /** Whether it may be this number. */
    public boolean allows(long number) {
        return number >= least && number <= most;
    }
}
