package kr.dochak.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Names a case of customer care. In JSON, in texts and in addresses it is its number. */
public record CaseId(@JsonValue long value) implements Id, Comparable<CaseId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseId {}

    /** Of a number that may be missing. */
    public static @Nullable CaseId ofNullable(@Nullable Long value) {
        return value == null ? null : new CaseId(value);
    }

    /** Reads what stands in an address or a form; throws a {@link NumberFormatException} for anything but a number. */
    public static CaseId valueOf(String text) {
        return new CaseId(Long.parseLong(text));
    }

    @Override
    public int compareTo(CaseId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
