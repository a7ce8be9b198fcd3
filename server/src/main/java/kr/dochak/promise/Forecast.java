package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.TimeWindow;

/**
 * The window rule (PRM-1). Pure: what is known of the parcel, the lane table, the carrier's calendar and now → window.
 * What is overdue in a stage is pushed ahead of now: a parcel that should have left a hub hours ago has not arrived yet.
 */
final class Forecast {

    private static final Duration USUAL_GAP = Duration.ofHours(36);

    private final LaneTable lanes;

    Forecast(LaneTable lanes) {
        this.lanes = lanes;
    }

    /** What is known of a parcel: its lane, the stage it is in, and since when. */
    record Known(String carrier, String origin, String destination, Stage stage, Instant since) {}

    int version() {
        return lanes.version();
    }

    Remaining remaining(Known known, Stage stage) {
        return lanes.remaining(known.carrier(), known.origin(), known.destination(), stage);
    }

    Window window(Known known, CarrierCalendar calendar, Instant now) {
        Remaining whole = remaining(known, known.stage());
        Window planned = new Window(
                calendar.plus(known.since(), whole.q10()),
                calendar.plus(known.since(), whole.q50()),
                calendar.plus(known.since(), whole.q90()),
                whole.basis());
        Remaining rest = remaining(known, known.stage().next());
        Instant soonest = soonestDeparture(known, calendar, now);
        Window possible = planned.notBefore(
                calendar.plus(soonest, rest.q10()),
                calendar.plus(soonest, rest.q50()),
                calendar.plus(soonest, rest.q90()));
        return calendar.hasTours() ? onTour(possible, calendar) : possible;
    }

    /** The window of a slot of hours the mall itself promised: the slot, until it can no longer be met. */
    Window slot(Known known, TimeWindow slot, Instant now) {
        Duration half = Duration.between(slot.from(), slot.to()).dividedBy(2);
        Window planned = new Window(slot.from(), slot.from().plus(half), slot.to(), "mall's slot");
        Remaining rest = remaining(known, Stage.OUT_FOR_DELIVERY);
        return known.stage() == Stage.OUT_FOR_DELIVERY
                ? planned.notBefore(now, now, now)
                : planned.notBefore(now.plus(rest.q10()), now.plus(rest.q10()), now.plus(rest.q50()));
    }

    /** When the next stage can begin at the earliest, seen from now. */
    private static Instant soonestDeparture(Known known, CarrierCalendar calendar, Instant now) {
        ZonedDateTime local = Seoul.at(now);
        boolean leftToday = known.stage() == Stage.OUT_FOR_DELIVERY || known.stage() == Stage.ORDERED;
        if (!calendar.hasTours() || leftToday || !local.toLocalTime().isAfter(calendar.tourLeaves())) {
            return now;
        }
        return Seoul.instant(
                calendar.nextOpen(local.toLocalDate()), calendar.deliversFrom().minusHours(1));
    }

    private static Window onTour(Window window, CarrierCalendar calendar) {
        LocalTime from = calendar.deliversFrom();
        LocalTime until = calendar.deliversUntil();
        Instant p10 = calendar.deliverable(window.p10(), from);
        Instant p50 = later(calendar.deliverable(window.p50(), middle(from, until)), p10);
        Instant p90 = later(calendar.deliverable(window.p90(), until), p50);
        return new Window(p10, p50, p90, window.basis());
    }

    private static LocalTime middle(LocalTime from, LocalTime until) {
        return LocalTime.ofSecondOfDay((from.toSecondOfDay() + until.toSecondOfDay()) / 2);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /**
     * When a parcel without a new scan counts as silent (TRK-4): after a day and a half of a carrier's open time, or where
     * the carrier's habits are not known, after twice the time that nine parcels of ten need from here to the door.
     */
    Instant silentAfter(Known known, CarrierCalendar calendar, Instant lastScan) {
        if (known.stage() == Stage.ORDERED) {
            return Instant.MAX;
        }
        Duration gap = calendar.hasTours()
                ? USUAL_GAP
                : remaining(known, known.stage()).q90().multipliedBy(2);
        return calendar.plus(lastScan, gap);
    }

    /** The moment from which the next stage must have begun, or the promise cannot be kept any more (nine times in ten). */
    Instant lastChance(Known known, CarrierCalendar calendar, Instant promisedTo, boolean timed) {
        if (known.stage() == Stage.OUT_FOR_DELIVERY) {
            return promisedTo;
        }
        if (timed) {
            return promisedTo.minus(remaining(known, Stage.OUT_FOR_DELIVERY).q10());
        }
        Instant byTime = promisedTo.minus(remaining(known, known.stage().next()).q10());
        if (!calendar.hasTours() || known.stage() == Stage.ORDERED) {
            return byTime;
        }
        LocalDate lastDay = Seoul.dateOf(promisedTo);
        Instant tour = Seoul.instant(lastDay, calendar.tourLeaves());
        return tour.isBefore(byTime) ? tour : byTime;
    }
}
