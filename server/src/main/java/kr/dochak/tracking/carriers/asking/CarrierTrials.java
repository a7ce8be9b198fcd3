package kr.dochak.tracking.carriers.asking;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.connections.ConnectionTrials;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.CarrierAnswer;
import kr.dochak.tracking.carriers.NumberRules;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.tracking.carriers.keys.CarrierKeys;
import org.springframework.stereotype.Component;

/** Asks one outside system about one parcel, so that somebody sees whether their key works (SET-1). Its scans are not taken. */
@Component
class CarrierTrials implements ConnectionTrials {

    private static final CarrierId LIKELIEST = new CarrierId("kr.cjlogistics");

    private final Routes routes;
    private final CarrierKeys keys;

    CarrierTrials(Routes routes, CarrierKeys keys) {
        this.routes = routes;
        this.keys = keys;
    }

    @Override
    public Set<String> keys() {
        return Arrays.stream(Source.values()).map(Source::id).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isAboutParcel() {
        return true;
    }

    @Override
    public Outcome attempt(String key, String typed) {
        Source source = Source.of(key).orElseThrow();
        TrackingNumber number = TrackingNumber.of(typed);
        Route route = routes.to(source);
        if (!keys.isOpen(source) || !route.isPassable()) {
            return new Outcome(Kind.NOT_ASKED, 0, "");
        }
        return number.isPossible()
                ? outcome(route.ask(carrier(source, number), number).answer())
                : new Outcome(Kind.UNKNOWN_PARCEL, 0, "");
    }

    /** An aggregator is asked about the carrier whose number it may be. */
    private static CarrierId carrier(Source source, TrackingNumber number) {
        return source.carrier()
                .orElseGet(() -> NumberRules.guess(number).stream()
                        .filter(source::speaksOf)
                        .findFirst()
                        .orElse(LIKELIEST));
    }

    private static Outcome outcome(CarrierAnswer answer) {
        return switch (answer) {
            case CarrierAnswer.Found found ->
                new Outcome(Kind.ANSWERED, found.events().size(), "");
            case CarrierAnswer.NotFound none -> new Outcome(Kind.UNKNOWN_PARCEL, 0, "");
            case CarrierAnswer.NotNow later -> new Outcome(Kind.REFUSED, 0, later.what());
            case CarrierAnswer.Refused refused ->
                new Outcome(refused.why() == CarrierAnswer.Why.KEY ? Kind.WRONG_KEY : Kind.REFUSED, 0, refused.what());
            case CarrierAnswer.Broken broken -> new Outcome(Kind.UNREADABLE, 0, broken.what());
            case CarrierAnswer.Silent silent -> new Outcome(Kind.SILENT, 0, silent.what());
        };
    }
}
