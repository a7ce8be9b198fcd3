package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.TrackingFact.DeliveryCorrected;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;
import kr.dochak.tracking.TrackingFact.ShipmentsRegistered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts shipments on the list of those to ask about, where anybody can be asked. */
@Component
class Watching implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(Watching.class);
    private static final Duration FIRST_QUESTION_AFTER = Duration.ofMinutes(30);
    private static final Duration UNDER_WAY = Duration.ofDays(30);

    private final WatchRepository watches;
    private final Routes routes;
    private final InstantSource clock;

    Watching(WatchRepository watches, Routes routes, InstantSource clock) {
        this.watches = watches;
        this.routes = routes;
        this.clock = clock;
    }

    /** In the transaction of the registration: known and watched, or neither. */
    @EventListener
    void on(ShipmentsRegistered fact) {
        List<RegisteredShipment> reachable = fact.shipments().stream()
                .filter(shipment -> routes.reach(shipment.carrier()))
                .toList();
        if (!reachable.isEmpty()) {
            watches.watch(reachable, clock.instant().plus(FIRST_QUESTION_AFTER));
        }
    }

    /** A parcel that had not come after all is asked about again, at once (TRK-8). */
    @EventListener
    void on(DeliveryCorrected fact) {
        if (fact.isFalse() && routes.reach(fact.shipment().carrier())) {
            watches.watch(List.of(fact.shipment()), fact.at());
        }
    }

    @Override
    public Cadence cadence() {
        return Cadence.ONCE;
    }

    /** Once after a start: what was registered before a route was switched on. */
    @Override
    public boolean tick(Instant now) {
        List<CarrierId> reachable = Carrier.known().stream()
                .map(Carrier::carrierId)
                .filter(routes::reach)
                .toList();
        int found = reachable.isEmpty() ? 0 : watches.watchRest(reachable, now.minus(UNDER_WAY), now);
        if (found > 0) {
            log.info("{} shipments under way are asked about from now on", found);
        }
        return false;
    }
}
