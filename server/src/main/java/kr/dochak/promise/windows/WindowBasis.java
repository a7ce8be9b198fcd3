package kr.dochak.promise.windows;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.OptionalInt;
import kr.dochak.promise.areas.AreaExtra;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;

/** What a window rests on. {@link BasisColumn} stores it; pages and the API find their own words for it. */
public sealed interface WindowBasis {

    /** The basis of a window that is still in the making and is shown to nobody. */
    static WindowBasis none() {
        return new Other("");
    }

    /** The deliveries of a lane; {@code *} stands for any area. */
    record Lane(String origin, String destination, int deliveries) implements WindowBasis {}

    /** The table that serves while a lane has too few deliveries. */
    record LaneDefault(String origin, String destination) implements WindowBasis {}

    /** A trained model, by its number. */
    record Model(int model, int deliveries) implements WindowBasis {}

    /** How parcels departed so far. */
    record Departed(Whose whose, long parcels) implements WindowBasis {}

    /** The times that serve while there are too few departures. */
    record DepartureDefault() implements WindowBasis {}

    /** The hours that the mall promised itself. */
    record Slot() implements WindowBasis {}

    /** The day that the customer asked for. */
    record CustomersDay() implements WindowBasis {}

    /** Another basis, whose middle and late end a warning of an area moved by so many hours. */
    record Moved(WindowBasis ground, AreaKind kind, AreaLevel level, String province, int hours, int deliveries)
            implements WindowBasis {

        public Moved {
            if (ground instanceof Moved) {
                throw new IllegalArgumentException("moved twice");
            }
        }
    }

    /** A basis that this version does not know, as it was stored. */
    record Other(String text) implements WindowBasis {}

    /** Whose parcels departed. */
    enum Whose {
        MALL,
        ALL_MALLS
    }

    /** Moved by what a warning costs. */
    default WindowBasis movedBy(AreaExtra extra) {
        return new Moved(this, extra.kind(), extra.level(), extra.province(), extra.hours(), extra.deliveries());
    }

    /** The number of the model a window came from, also of one that a warning moved. */
    default OptionalInt modelNumber() {
        return switch (this) {
            case Model model -> OptionalInt.of(model.model);
            case Moved moved -> moved.ground.modelNumber();
            default -> OptionalInt.empty();
        };
    }

    /** The sentence that the API answers: {@code lane 인천→서울, 41 deliveries}. */
    @JsonValue
    default String inEnglish() {
        return switch (this) {
            case Lane lane -> "lane " + lane.origin + "→" + lane.destination + ", " + lane.deliveries + " deliveries";
            case LaneDefault lane -> "default " + lane.origin + "→" + lane.destination;
            case Model model -> String.format(Locale.ROOT, "model %d of %,d deliveries", model.model, model.deliveries);
            case Departed departed ->
                (departed.whose == Whose.MALL ? "mall, " : "all malls, ") + departed.parcels + " parcels";
            case DepartureDefault _ -> "default";
            case Slot _ -> "mall's slot";
            case CustomersDay _ -> "the day the customer asked for";
            case Moved moved ->
                moved.ground.inEnglish() + ", +" + moved.hours + "h " + moved.kind + " " + moved.level + " "
                        + moved.province + " (" + moved.deliveries + " deliveries)";
            case Other other -> other.text;
        };
    }
}
