package kr.dochak.portal.order;

import kr.dochak.shared.ShipmentId;

/**
 * The rating of one parcel that came.
 *
 * @param stars 0 while the customer may still rate it
 * @param when when it was given, in words
 */
public record RatingLine(ShipmentId shipmentId, int stars, String note, String when) {

    /** As who only holds a link sees it. */
    public RatingLine withoutWords() {
        return new RatingLine(shipmentId, stars, "", when);
    }

    /** Whether the customer may still rate it. */
    public boolean asked() {
        return stars == 0;
    }
}
