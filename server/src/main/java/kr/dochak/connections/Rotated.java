package kr.dochak.connections;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.shared.chance.Unguessable;

/**
 * A secret that the other side signs with, and the one before it, which counts until the other side has had time to change (SET-1).
 *
 * @param now empty where there is none
 * @param former empty where there was none
 * @param until when the former one ends
 */
public record Rotated(String now, String former, Instant until) {

    private static final int BYTES = 32;

    /** As it is filled in: the secret of a field, and of another for how many hours the former one counts. */
    public static Rotated of(Filled filled, String field, String hours) {
        String since = filled.text(since(field));
        return new Rotated(
                filled.text(field),
                filled.text(former(field)),
                since.isEmpty() ? Instant.EPOCH : Instant.parse(since).plus(Duration.ofHours(filled.number(hours))));
    }

    /** Those that count at a moment, the present one first. */
    public List<String> at(Instant moment) {
        return now.isEmpty() ? List.of() : isFormerGood(moment) ? List.of(now, former) : List.of(now);
    }

    /** Whether the former one counts as well. */
    public boolean isFormerGood(Instant moment) {
        return !former.isEmpty() && moment.isBefore(until);
    }

    /** One that nobody can guess. */
    public static String fresh() {
        return Unguessable.hex(BYTES);
    }

    static String former(String field) {
        return field + ".former";
    }

    static String since(String field) {
        return field + ".since";
    }

    static List<String> kept(String field) {
        return List.of(former(field), since(field));
    }

    /** Never a word of what is in it. */
    @Override
    public String toString() {
        return "Rotated[" + until + "]";
    }
}
