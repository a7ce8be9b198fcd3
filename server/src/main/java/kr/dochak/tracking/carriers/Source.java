package kr.dochak.tracking.carriers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where we ask: a carrier's own interface, or an aggregator for all of them. In this order. */
public enum Source {
    CJ("cj", "CJ대한통운", "kr.cjlogistics", new CjReader()),
    HANJIN("hanjin", "한진택배", "kr.hanjin", new PageReader(PageReader.Layout.HANJIN)),
    LOTTE("lotte", "롯데택배", "kr.lotte", new LotteReader()),
    EPOST("epost", "우체국택배", "kr.epost", new PageReader(PageReader.Layout.EPOST)),
    LOGEN("logen", "로젠택배", "kr.logen", new PageReader(PageReader.Layout.LOGEN)),
    COUPANG_LS("coupang-ls", "쿠팡로지스틱스", "kr.coupangls", new PageReader(PageReader.Layout.COUPANG_LS)),
    KDEXP("kdexp", "경동택배", "kr.kdexp", new KdexpReader()),
    SWEETTRACKER("sweettracker", "스윗트래커", null, new Sweettracker()),
    TRACKER_DELIVERY("tracker-delivery", "tracker.delivery", null, new TrackerDelivery());

    private final String id;
    private final String title;
    private final @Nullable CarrierId carrier;
    private final AnswerReader reader;

    Source(String id, String title, @Nullable String carrier, AnswerReader reader) {
        this.id = id;
        this.title = title;
        this.carrier = CarrierId.ofNullable(carrier);
        this.reader = reader;
    }

    /** Its name in settings and tables. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public AnswerReader reader() {
        return reader;
    }

    /** The carrier whose own it is; an aggregator is nobody's. */
    public Optional<CarrierId> carrier() {
        return Optional.ofNullable(carrier);
    }

    public boolean isAggregator() {
        return carrier == null;
    }

    /** Whether this source can be asked about a carrier's parcels. */
    public boolean speaksOf(CarrierId asked) {
        return switch (this) {
            case SWEETTRACKER ->
                Carrier.of(asked)
                        .filter(known -> !known.sweettracker().isEmpty())
                        .isPresent();
            case TRACKER_DELIVERY -> asked.value().matches("[a-z]{2}\\.[a-z0-9.-]+");
            default -> asked.equals(carrier);
        };
    }

    public static Optional<Source> of(String id) {
        return Arrays.stream(values()).filter(source -> source.id.equals(id)).findFirst();
    }

    /** All sources that know this carrier's parcels: the carrier itself first, aggregators after it (TRK-5). */
    public static List<Source> of(CarrierId carrier, List<Source> open) {
        return Arrays.stream(values())
                .filter(open::contains)
                .filter(source -> source.speaksOf(carrier))
                .toList();
    }

    /** What Sweettracker pushed about a carrier's parcel. */
    public static CarrierAnswer pushed(CarrierId carrier, JsonNode body) {
        return new Sweettracker().readPushed(carrier, body);
    }
}
