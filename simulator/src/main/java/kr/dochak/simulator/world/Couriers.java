package kr.dochak.simulator.world;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import kr.dochak.simulator.areas.Storms;
import kr.dochak.simulator.carriers.Hours;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.carriers.Scan;
import kr.dochak.simulator.carriers.Stage;
import kr.dochak.simulator.carriers.Step;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.wire.Call;
import org.jspecify.annotations.Nullable;

/** Carry parcels from step to step and have them scanned. */
final class Couriers {

    private final long seed;
    private final Agenda agenda;
    private final Obstacles obstacles;
    private final Incidents incidents;
    private final Storms storms;
    private final ScanFeed feed;

    Couriers(long seed, Agenda agenda, Obstacles obstacles, Incidents incidents, Storms storms, ScanFeed feed) {
        this.seed = seed;
        this.agenda = agenda;
        this.obstacles = obstacles;
        this.incidents = incidents;
        this.storms = storms;
        this.feed = feed;
    }

    /** Takes a parcel over: its next step is planned from now. */
    void carry(Parcel parcel) {
        if (parcel.next() != null) {
            LocalDateTime now = agenda.now();
            LocalDateTime planned = parcel.nextAt(now, seed);
            Incidents.trouble(parcel, parcel.usuallyAt(now, seed), planned);
            plan(parcel, incidents.slowed(parcel, now, obstacles.slowed(parcel, planned, seed)), null);
        }
    }

    private void plan(Parcel parcel, LocalDateTime at, @Nullable String reason) {
        int plan = parcel.changePlan();
        agenda.at(at, () -> {
            if (parcel.plan() == plan) {
                move(parcel, reason);
            }
        });
    }

    private void move(Parcel parcel, @Nullable String reason) {
        Optional<LocalDateTime> jammedUntil = obstacles.holding(parcel, agenda.now());
        if (jammedUntil.isPresent()) {
            int queue = Dice.of(seed, parcel.trackingNumber(), "backlog").between(10, 150);
            plan(parcel, jammedUntil.get().plusMinutes(queue), "HUB_BACKLOG");
            return;
        }
        Optional<LocalDateTime> crowdedUntil = incidents.holding(parcel, agenda.now());
        if (crowdedUntil.isPresent()) {
            plan(parcel, crowdedUntil.get(), reason);
            return;
        }
        Optional<LocalDateTime> stormyUntil = storms.holding(parcel, agenda.now());
        if (stormyUntil.isPresent()) {
            plan(parcel, stormyUntil.get(), reason); // nobody says why: it waits like any other
            return;
        }
        feed.take(parcel.move(agenda.now(), reason));
        carry(parcel);
    }

    /** The next step happens now, by hand. */
    Call advance(Parcel parcel, boolean held) {
        Scan scan = parcel.move(agenda.now(), null);
        parcel.changePlan();
        Call call = feed.now(scan);
        if (!held) {
            carry(parcel);
        }
        return call;
    }

    /** An accident now; quietly means that nobody scans anything any more. */
    Optional<Call> accident(Parcel parcel, String reason, boolean quietly) {
        if (quietly) {
            parcel.divert(List.of());
            return Optional.empty();
        }
        String place = parcel.lastPlace();
        String home = parcel.order().shipping().centre().title();
        Step accident = Step.of(Stage.ACCIDENT, place, Hours.any(0, 0)).because(reason);
        Step returning = Step.of(Stage.RETURNING, place, Hours.at("18:00", "20:00", 120, 60));
        Step returned = Step.of(Stage.RETURNED, home, Hours.at("10:00", "17:00", 600, 300));
        parcel.divert(reason.equals("LOST") ? List.of(accident) : List.of(accident, returning, returned));
        return Optional.of(advance(parcel, false));
    }
}
