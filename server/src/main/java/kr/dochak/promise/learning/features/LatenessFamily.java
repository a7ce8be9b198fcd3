package kr.dochak.promise.learning.features;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How outcomes lay against what was promised: which sellers, areas and ways break promises. */
final class LatenessFamily implements Family {

    private static final double FAST = 10;
    private static final double SLOW = 60;

    private final Averages shipping = new Averages("shipped late", FAST, SLOW, 0, Groupings.senders());
    private final Averages arrival = new Averages("days late", FAST, SLOW, -10, Groupings.promises());
    private final Averages share = new Averages("share late", FAST, SLOW, .05, Groupings.promises());

    @Override
    public void handedOver(Journey journey) {
        Instant shipBy = journey.consignment().terms().shipBy();
        if (shipBy != null) {
            shipping.add(journey, journey.handedOverAt() - Journey.day(shipBy), journey.handedOverAt());
        }
    }

    @Override
    public void delivered(Journey journey, double at) {
        @Nullable Instant promised = journey.consignment().terms().promisedTo();
        if (promised != null) {
            double late = at - Journey.day(promised);
            arrival.add(journey, late, at);
            share.add(journey, late > 0 ? 1 : 0, at);
        }
    }

    @Override
    public void describe(Journey journey, double now, Row row) {
        if (!journey.isHandedOver()) {
            shipping.put(journey, now, row);
        }
        arrival.put(journey, now, row);
        share.put(journey, now, row);
    }
}
