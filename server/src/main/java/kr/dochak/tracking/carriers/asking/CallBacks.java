package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kr.dochak.shared.Ticking;
import kr.dochak.tracking.carriers.Carrier;
import kr.dochak.tracking.carriers.RawAnswer;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.tracking.carriers.asking.WatchRepository.Row;
import org.springframework.stereotype.Component;

/**
 * Asks tracker.delivery to call back when a parcel has news. It does so for two days at most, so it is asked again in time.
 */
@Component
class CallBacks implements Ticking {

    private static final Duration LASTS = Duration.ofHours(47);
    private static final Duration BEFORE_IT_ENDS = Duration.ofHours(6);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 20;

    private final CarrierSettings settings;
    private final WatchRepository watches;
    private final Optional<Route> route;
    private volatile Instant nextLook = Instant.MIN;

    CallBacks(CarrierSettings settings, WatchRepository watches, Routes routes) {
        this.settings = settings;
        this.watches = watches;
        this.route = settings.trackerDelivery().push()
                        && !settings.publicUrl().isBlank()
                        && !settings.hookSecret().isBlank()
                ? routes.all().stream()
                        .filter(open -> open.source() == Source.TRACKER_DELIVERY)
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public boolean tick(Instant now) {
        if (route.isEmpty() || now.isBefore(nextLook) || !route.get().isPassable()) {
            return false;
        }
        List<Row> ending = watches.claimHooks(
                Carrier.known().stream().map(Carrier::id).toList(),
                now.plus(BEFORE_IT_ENDS),
                now.plus(BEFORE_IT_ENDS).plus(AFTER_A_FAILURE),
                MOST_AT_ONCE);
        ending.forEach(row -> register(route.get(), row, now.plus(LASTS)));
        if (ending.isEmpty()) {
            nextLook = now.plus(BETWEEN_LOOKS);
        }
        return !ending.isEmpty();
    }

    private void register(Route open, Row row, Instant until) {
        RawAnswer answer = open.send(Questions.register(
                open.url(),
                open.key(),
                row.carrier(),
                row.trackingNumber(),
                settings.publicUrl() + "/hooks/tracker-delivery/" + settings.hookSecret(),
                until.truncatedTo(ChronoUnit.SECONDS).toString()));
        if (answer.status() == 200 && answer.body().replaceAll("\\s", "").contains("\"registerTrackWebhook\":true")) {
            watches.hookUntil(row.shipmentId(), until);
        }
    }
}
