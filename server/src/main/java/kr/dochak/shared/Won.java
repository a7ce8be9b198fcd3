package kr.dochak.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** An amount of Korean won; whole, possibly zero, never negative. */
public record Won(@JsonValue long amount) implements Comparable<Won> {

    public static final Won ZERO = new Won(0);

    @JsonCreator
    public Won {
        if (amount < 0) {
            throw new IllegalArgumentException("negative won: " + amount);
        }
    }

    /** The share of this amount, rounded down to ten won as Korean shops do. */
    public Won percent(int percent) {
        return new Won(amount * percent / 100 / 10 * 10);
    }

    public Won plus(Won other) {
        return new Won(Math.addExact(amount, other.amount));
    }

    /** What is left after taking {@code other} away, but never less than nothing. */
    public Won minusOrZero(Won other) {
        return new Won(Math.max(0, amount - other.amount));
    }

    @Override
    public int compareTo(Won other) {
        return Long.compare(amount, other.amount);
    }

    /** As people read it: {@code 12,300원}. */
    public String text() {
        return String.format(Locale.KOREA, "%,d원", amount);
    }
}
