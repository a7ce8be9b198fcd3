package kr.dochak.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Names a shipment, which travels under one tracking number. In JSON, in texts and in addresses it is its number. */
public record ShipmentId(@JsonValue long value) implements Id, Comparable<ShipmentId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ShipmentId {}

    /** Of a number that may be missing. */
    public static @Nullable ShipmentId ofNullable(@Nullable Long value) {
        return value == null ? null : new ShipmentId(value);
    }

    /** Reads what stands in an address or a form; throws a {@link NumberFormatException} for anything but a number. */
    public static ShipmentId valueOf(String text) {
        return new ShipmentId(Long.parseLong(text));
    }

    @Override
    public int compareTo(ShipmentId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
