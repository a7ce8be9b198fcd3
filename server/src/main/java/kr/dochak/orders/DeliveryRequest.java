package kr.dochak.orders;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the customer wants to receive it (배송 요청).
 *
 * @param note free words to the driver; may be empty
 * @param day a later day than promised, when the customer asks for one
 */
public record DeliveryRequest(
        Place place, String note, @Nullable LocalDate day) {

    /** As other modules and stored facts may know it: whether there are words for the driver, and not which. */
    public DeliveryRequest withoutWords() {
        return new DeliveryRequest(place, note.isBlank() ? "" : "…", day);
    }

    /** Where to leave the parcel. */
    public enum Place {
        DOOR,
        SECURITY,
        LOCKER,
        HAND
    }
}
