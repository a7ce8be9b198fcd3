package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.carriers.RawAnswer;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.tracking.carriers.asking.Registration.Reply;
import kr.dochak.tracking.carriers.asking.WatchRepository.Row;
import kr.dochak.tracking.carriers.keys.CarrierKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one aggregator to call back when a parcel moves, and again before the registration ends. It takes half of the
 * aggregator's allowance at most, so that parcels are still asked about while many are registered.
 */
class CallBacks implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(CallBacks.class);
    private static final Duration BEFORE_IT_ENDS = Duration.ofHours(6);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);
    private static final Duration FOR_EVER = Duration.ofDays(3_650);
    private static final Cadence CADENCE = Cadence.every(Duration.ofSeconds(5));
    private static final int MOST_AT_ONCE = 20;

    private final Registration registration;
    private final CallRepository calls;
    private final CarrierKeys keys;
    private final Routes routes;

    CallBacks(Registration registration, CarrierKeys keys, CallRepository calls, Routes routes) {
        this.registration = registration;
        this.calls = calls;
        this.keys = keys;
        this.routes = routes;
    }

    /** The way there, while it is open, may call back and can. */
    private Optional<Route> route() {
        Source source = registration.source();
        return keys.isOpen(source)
                        && keys.of(source).push()
                        && !keys.publicUrl().isBlank()
                        && !keys.hookSecret().isBlank()
                ? Optional.of(routes.to(source))
                : Optional.empty();
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean isReady() {
        return route().filter(Route::isPassable).isPresent();
    }

    @Override
    public boolean isOutward() {
        return true;
    }

    @Override
    public boolean tick(Instant now) {
        return route().filter(open -> ask(open, now)).isPresent();
    }

    private boolean ask(Route open, Instant now) {
        Budget budget = open.budget();
        int most = Math.min(MOST_AT_ONCE, budget.left(now) - budget.perMinute() / 2);
        Instant soon = now.plus(BEFORE_IT_ENDS);
        List<Row> ending = most <= 0 ? List.of() : registration.claim(soon, soon.plus(AFTER_A_FAILURE), most);
        ending.forEach(row -> register(open, row, now));
        return !ending.isEmpty();
    }

    private void register(Route open, Row row, Instant now) {
        Instant until = now.plus(registration.lasts());
        RawAnswer answer = open.send(registration.question(open, row, until));
        switch (registration.read(answer)) {
            case Reply.Registered() -> registration.until(row.shipmentId(), until);
            case Reply.Later(String what) ->
                calls.count(registration.source().id(), answer.status() == 0 ? "SILENT" : "BROKEN", what, now);
            case Reply.Never(String what) -> {
                registration.until(row.shipmentId(), now.plus(FOR_EVER));
                log.info(
                        "{} does not call back about shipment {}: {}",
                        open.source().id(),
                        row.shipmentId(),
                        what);
            }
        }
    }
}
