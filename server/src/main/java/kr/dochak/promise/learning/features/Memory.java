package kr.dochak.promise.learning.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that became known so far, in time order, and the features it gives of a delivery. Knows no model. */
public final class Memory {

    /** After so long a delivery is no longer expected; what comes later changes nothing. */
    public static final double FORGET_AFTER_DAYS = 90;

    private final OpenTime openTime;
    private final List<Family> families;
    private final Map<String, Journey> journeys = new HashMap<>();
    private double today = Double.NEGATIVE_INFINITY;

    Memory(OpenTime openTime, List<Family> families) {
        this.openTime = openTime;
        this.families = List.copyOf(families);
    }

    /** All families that are worth their cost; what each brings stands in decision record 6. */
    public static Memory of(Week week, OpenTime openTime, @Nullable AreaSignals areas) {
        List<Family> families = new ArrayList<>(List.of(
                new CalendarFamily(week, openTime),
                new OrderFamily(week),
                new GeographyFamily(),
                new OutcomeFamily(week),
                new LatenessFamily(),
                new PaceFamily(),
                new LoadFamily()));
        if (areas != null) {
            families.add(new AreaFamily(areas));
        }
        return new Memory(openTime, families);
    }

    public Journey ordered(Consignment consignment, double at) {
        advance(at);
        Journey journey = new Journey(consignment, at, openTime);
        journeys.put(consignment.id(), journey);
        families.forEach(family -> family.ordered(journey));
        return journey;
    }

    /** Empty when it is not under way or was handed over before. */
    public Optional<Journey> handedOver(String id, double at) {
        advance(at);
        Journey journey = journeys.get(id);
        if (journey == null || journey.isHandedOver()) {
            return Optional.empty();
        }
        journey.handOver(Math.max(at, journey.knownAt()));
        families.forEach(family -> family.handedOver(journey));
        return Optional.of(journey);
    }

    public Optional<Journey> delivered(String id, double at) {
        advance(at);
        Journey journey = journeys.remove(id);
        if (journey != null) {
            families.forEach(family -> family.delivered(journey, at));
        }
        return Optional.ofNullable(journey);
    }

    public Optional<Journey> dropped(String id) {
        Journey journey = journeys.remove(id);
        if (journey != null) {
            families.forEach(family -> family.dropped(journey));
        }
        return Optional.ofNullable(journey);
    }

    /** The features of a delivery as it stands now. */
    public float[] describe(Journey journey, double now) {
        return describe(journey, now, Row.unnamed()).values();
    }

    public Row describe(Journey journey, double now, Row row) {
        families.forEach(family -> family.describe(journey, now, row));
        return row;
    }

    private void advance(double now) {
        double day = Math.floor(now);
        if (day <= today) {
            return;
        }
        today = day;
        forget(day);
        families.forEach(family -> family.dayBegins(day));
    }

    private void forget(double day) {
        List<String> old = new ArrayList<>();
        journeys.forEach((id, journey) -> {
            if (day - journey.knownAt() > FORGET_AFTER_DAYS) {
                old.add(id);
            }
        });
        old.forEach(this::dropped);
    }
}
