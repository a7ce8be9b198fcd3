package kr.dochak.care.tasks;

import java.time.LocalDate;
import kr.dochak.orders.DeliveryRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks of whoever carries the parcel, without their own words: these may open a door, and stay with the order.
 *
 * @param note whether there is something written for the driver
 */
public record Wish(DeliveryRequest.Place place, @Nullable LocalDate day, boolean note) {

    public static Wish of(DeliveryRequest request) {
        return new Wish(request.place(), request.day(), !request.note().isBlank());
    }
}
