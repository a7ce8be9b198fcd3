package kr.dochak.promise.learning.features;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was ordered, on which terms, and what the mall promised: known from the first moment. */
public final class OrderFamily implements Family {

    private static final double LEAST_KM = 50;

    private final Week week;

    public OrderFamily(Week week) {
        this.week = week;
    }

    @Override
    public void describe(Journey journey, double now, Row row) {
        Consignment.Goods goods = journey.consignment().goods();
        Consignment.Terms terms = journey.consignment().terms();
        row.put("order.until known", journey.knownAt() - Journey.day(terms.orderedAt()));
        row.put("order.price", terms.price());
        row.put("order.freight", terms.freight());
        row.put("order.freight share", terms.freight() / Math.max(1, terms.price()));
        row.put("order.freight per km", terms.freight() / (LEAST_KM + kilometres(journey)));
        row.put("order.pieces", goods.pieces());
        row.put("order.sellers", goods.sellers());
        row.put("order.kilograms", goods.kilograms());
        row.put("order.litres", goods.litres());
        promises(journey, now, row);
        if (journey.isHandedOver()) {
            row.put("handling.took", journey.took(journey.knownAt(), journey.handedOverAt()));
            row.put("handling.since ordered", journey.handedOverAt() - Journey.day(terms.orderedAt()));
        }
    }

    /** How much of the time until then counts for a delivery, in the time in which durations are learned. */
    private void promises(Journey journey, double now, Row row) {
        Consignment.Terms terms = journey.consignment().terms();
        double promised = day(terms.promisedTo());
        double shipBy = day(terms.shipBy());
        row.put("promise.days left", journey.until(now, promised));
        row.put("promise.days to ship", journey.until(now, shipBy));
        row.put("promise.days for the way", journey.until(shipBy, promised));
        row.put(
                "promise.weekday",
                Double.isNaN(promised)
                        ? Double.NaN
                        : week.at(promised).getDayOfWeek().getValue());
    }

    private static double day(@Nullable Instant moment) {
        return moment == null ? Double.NaN : Journey.day(moment);
    }

    private static double kilometres(Journey journey) {
        return journey.consignment().from().kilometresTo(journey.consignment().to());
    }
}
