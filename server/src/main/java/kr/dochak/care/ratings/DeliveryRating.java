package kr.dochak.care.ratings;

import java.time.Instant;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;

/**
 * How the delivery of one parcel was (MSG-4).
 *
 * @param stars 1 to 5
 * @param note what the customer added, up to 500 characters; may be empty
 */
public record DeliveryRating(ShipmentId shipmentId, OrderId orderId, int stars, String note, Instant at) {

    /** The longest note. */
    public static final int LONGEST = 500;

    public DeliveryRating {
        if (stars < 1 || stars > 5 || note.length() > LONGEST) {
            throw new IllegalArgumentException("a rating of " + stars + " stars with " + note.length() + " characters");
        }
    }
}
