package kr.dochak.care.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.BusinessHours;
import kr.dochak.shared.Moments;

/** How long a case may wait, by its urgency (CAR-4). Pure: the moment and the calendar are arguments. */
public record SlaPolicy(Map<Urgency, Target> targets) {

    public SlaPolicy {
        targets = Map.copyOf(targets);
        for (Urgency urgency : Urgency.values()) {
            if (!targets.containsKey(urgency)) {
                throw new IllegalArgumentException("no target for " + urgency);
            }
        }
    }

    /** Whether every hour counts or only the hours of business days. */
    enum Clock {
        REAL,
        BUSINESS
    }

    record Target(Clock clock, BusinessHours hours, Duration firstReply, Duration solve, Duration escalate) {}

    /** The moments a case is held to. */
    public record Due(Instant firstReply, Instant solve, Instant escalate) {

        /** The stricter of both, clock by clock. */
        public Due earliest(Due other) {
            return new Due(
                    Moments.earlier(firstReply, other.firstReply),
                    Moments.earlier(solve, other.solve),
                    Moments.earlier(escalate, other.escalate));
        }
    }

    /** With these targets, all in real time; the product's defaults and tests. */
    static SlaPolicy defaults() {
        Map<Urgency, Target> targets = new EnumMap<>(Urgency.class);
        targets.put(Urgency.HIGH, real(1, 24, 24));
        targets.put(Urgency.IMPORTANT, real(4, 48, 48));
        targets.put(Urgency.NORMAL, real(24, 7 * 24, 48));
        return new SlaPolicy(targets);
    }

    private static Target real(int firstReply, int solve, int escalate) {
        return new Target(
                Clock.REAL,
                BusinessHours.NINE_TO_SIX,
                Duration.ofHours(firstReply),
                Duration.ofHours(solve),
                Duration.ofHours(escalate));
    }

    /** Until when a case of this urgency, whose clock starts here, is answered, solved, or put before the lead. */
    public Due due(Urgency urgency, Instant from, BusinessCalendar calendar) {
        Target target = target(urgency);
        return new Due(
                after(target.firstReply(), target, from, calendar),
                after(target.solve(), target, from, calendar),
                after(target.escalate(), target, from, calendar));
    }

    /** Until when a customer's message is answered. */
    public Instant replyDue(Urgency urgency, Instant writtenAt, BusinessCalendar calendar) {
        Target target = target(urgency);
        return after(target.firstReply(), target, writtenAt, calendar);
    }

    /** The hours in which the clocks of this urgency run; empty where they run all the time. */
    public Optional<BusinessHours> businessHours(Urgency urgency) {
        Target target = target(urgency);
        return target.clock() == Clock.BUSINESS ? Optional.of(target.hours()) : Optional.empty();
    }

    private Target target(Urgency urgency) {
        Target target = targets.get(urgency);
        if (target == null) {
            throw new IllegalStateException("no target for " + urgency);
        }
        return target;
    }

    private static Instant after(Duration time, Target target, Instant from, BusinessCalendar calendar) {
        return switch (target.clock()) {
            case REAL -> from.plus(time);
            case BUSINESS -> calendar.plusBusinessTime(from, time, target.hours());
        };
    }
}
