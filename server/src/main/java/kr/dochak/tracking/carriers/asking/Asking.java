package kr.dochak.tracking.carriers.asking;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.carriers.CarrierAnswer;
import kr.dochak.tracking.carriers.CarrierAnswer.Found;
import kr.dochak.tracking.carriers.NumberRules;
import org.springframework.stereotype.Component;

/**
 * Asks about one parcel by the first route that answers (TRK-5): the carrier itself, then aggregators. When nobody does,
 * what was confirmed last stays, with its age, and the question is asked again; an answer holds the whole way, so nothing is
 * lost.
 */
@Component
class Asking {

    /** Answers in a row that do not know the number, after which other carriers are asked for it. */
    private static final int WRONG_CARRIER_AFTER = 3;

    /**
     * What came of it.
     *
     * @param likelyCarrier another carrier that knows the number, when the one it was registered with does not
     */
    record Outcome(CarrierAnswer answer, long hash, Optional<CarrierId> likelyCarrier) {}

    private final Routes routes;
    private final AnswerIntake answers;
    private final InstantSource clock;

    Asking(Routes routes, AnswerIntake answers, InstantSource clock) {
        this.routes = routes;
        this.answers = answers;
        this.clock = clock;
    }

    Outcome ask(WatchedShipment parcel) {
        Outcome outcome = ask(parcel, parcel.carrier());
        boolean unknown = outcome.answer() instanceof CarrierAnswer.NotFound;
        return unknown && (parcel.misses() + 1) % WRONG_CARRIER_AFTER == 0
                ? new Outcome(outcome.answer(), outcome.hash(), knownElsewhere(parcel))
                : outcome;
    }

    private Outcome ask(WatchedShipment parcel, CarrierId carrier) {
        Outcome best = new Outcome(new CarrierAnswer.Silent("no-route"), parcel.answerHash(), Optional.empty());
        for (Route route : routes.of(carrier)) {
            if (!route.isPassable()) {
                continue;
            }
            Route.Exchange asked = route.ask(carrier, parcel.trackingNumber());
            answers.answer(route.source(), parcel, carrier, asked);
            Outcome outcome =
                    new Outcome(asked.answer(), AnswerIntake.hash(route.source(), asked.raw()), Optional.empty());
            if (asked.answer().isAnswer() && !needsAnother(parcel, asked.answer())) {
                return outcome;
            }
            best = better(best, outcome);
        }
        return best;
    }

    /** A route that has answered the same for a day may be stale itself: the next one is asked as well (complaint 3). */
    private boolean needsAnother(WatchedShipment parcel, CarrierAnswer answer) {
        Instant now = clock.instant();
        return answer instanceof Found found
                && PollPlanner.needsSecondOpinion(parcel, now)
                && found.events().stream().noneMatch(event -> event.occurredAt().isAfter(parcel.lastScanAt()));
    }

    private static Outcome better(Outcome a, Outcome b) {
        return latest(b).isAfter(latest(a)) || !a.answer().isAnswer() ? b : a;
    }

    private static Instant latest(Outcome outcome) {
        return outcome.answer() instanceof Found found && !found.events().isEmpty()
                ? found.events().getLast().occurredAt()
                : Instant.MIN;
    }

    /** Which other carrier knows this number; its scans are not taken, since numbers are nobody's alone. */
    private Optional<CarrierId> knownElsewhere(WatchedShipment parcel) {
        return NumberRules.guess(parcel.trackingNumber()).stream()
                .filter(carrier -> !carrier.equals(parcel.carrier()))
                .filter(carrier -> ask(parcel, carrier).answer() instanceof Found found
                        && found.events().stream()
                                .anyMatch(event -> event.occurredAt()
                                        .isAfter(parcel.registeredAt().minusSeconds(86_400))))
                .findFirst();
    }
}
