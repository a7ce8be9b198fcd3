package kr.dochak.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Names a person in the vault, customer or recipient. In JSON, in texts and in addresses it is its number. */
public record PersonId(@JsonValue long value) implements Id, Comparable<PersonId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {}

    /** Of a number that may be missing. */
    public static @Nullable PersonId ofNullable(@Nullable Long value) {
        return value == null ? null : new PersonId(value);
    }

    /** Reads what stands in an address or a form; throws a {@link NumberFormatException} for anything but a number. */
    public static PersonId valueOf(String text) {
        return new PersonId(Long.parseLong(text));
    }

    @Override
    public int compareTo(PersonId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
