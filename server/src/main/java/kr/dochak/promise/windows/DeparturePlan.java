package kr.dochak.promise.windows;

import java.time.Duration;
import java.time.Instant;

/**
 * What is planned for an order by its mall's cut-off, and from which moment each clock of its departure counts.
 *
 * @param handover when the carrier is to take it
 */
public record DeparturePlan(Lead lead, Instant ordered, Instant handover) {

    /** An order this shortly before its tour is prepared at once, any other when its turn comes. */
    private static final Duration HURRY = Duration.ofHours(8);

    /** How orders wait for their hand-over: each kind is learned on its own. */
    public enum Lead {
        /** For a tour that is hours off: both clocks count from the tour. */
        WAITS,
        /** For a tour of the same day: how soon it is ready counts from the order. */
        HURRIES,
        /** For a carrier that comes at any time: both clocks count from the order. */
        ANY_TIME
    }

    /** Which of the two clocks. */
    public enum Moment {
        READY,
        HANDOVER
    }

    public static DeparturePlan of(Instant confirmedAt, Cutoff cutoff, CarrierCalendar calendar) {
        Instant handover = cutoff.handover(confirmedAt, calendar);
        Duration left = Duration.between(confirmedAt, handover);
        Lead lead = !calendar.hasTours() ? Lead.ANY_TIME : left.compareTo(HURRY) <= 0 ? Lead.HURRIES : Lead.WAITS;
        return new DeparturePlan(lead, confirmedAt, handover);
    }

    /** The moment from which a clock counts. */
    Instant from(Moment moment) {
        return moment == Moment.READY && lead == Lead.HURRIES ? ordered : handover;
    }
}
