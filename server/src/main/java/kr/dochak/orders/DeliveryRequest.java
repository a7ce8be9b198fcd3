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

    /** Where to leave the parcel. */
    public enum Place {
        DOOR,
        SECURITY,
        LOCKER,
        HAND
    }
}
