package kr.dochak.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Names an order of a mall. In JSON, in texts and in addresses it is its number. */
public record OrderId(@JsonValue long value) implements Id, Comparable<OrderId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {}

    /** Of a number that may be missing. */
    public static @Nullable OrderId ofNullable(@Nullable Long value) {
        return value == null ? null : new OrderId(value);
    }

    /** Reads what stands in an address or a form; throws a {@link NumberFormatException} for anything but a number. */
    public static OrderId valueOf(String text) {
        return new OrderId(Long.parseLong(text));
    }

    @Override
    public int compareTo(OrderId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
