package kr.dochak.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Names a promise to a customer. In JSON, in texts and in addresses it is its number. */
public record PromiseId(@JsonValue long value) implements Id, Comparable<PromiseId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PromiseId {}

    /** Of a number that may be missing. */
    public static @Nullable PromiseId ofNullable(@Nullable Long value) {
        return value == null ? null : new PromiseId(value);
    }

    /** Reads what stands in an address or a form; throws a {@link NumberFormatException} for anything but a number. */
    public static PromiseId valueOf(String text) {
        return new PromiseId(Long.parseLong(text));
    }

    @Override
    public int compareTo(PromiseId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
