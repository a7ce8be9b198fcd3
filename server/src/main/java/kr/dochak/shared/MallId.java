package kr.dochak.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Names a mall of the company (몰); the database calls it tenant. In JSON, in texts and in addresses it is its number. */
public record MallId(@JsonValue long value) implements Id, Comparable<MallId> {

    /** Stands for every mall that has nothing of its own. */
    public static final MallId DEFAULT = new MallId(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MallId {}

    /** Of a number that may be missing. */
    public static @Nullable MallId ofNullable(@Nullable Long value) {
        return value == null ? null : new MallId(value);
    }

    /** Reads what stands in an address or a form; throws a {@link NumberFormatException} for anything but a number. */
    public static MallId valueOf(String text) {
        return new MallId(Long.parseLong(text));
    }

    @Override
    public int compareTo(MallId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
