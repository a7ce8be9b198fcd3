package kr.dochak.promise.windows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kr.dochak.promise.areas.AreaExtra;
import kr.dochak.promise.areas.AreaWay;
import kr.dochak.promise.areas.AreaWay.Leg;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Moments;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.TimeWindow;

/**
 * The window rule (PRM-1): what is known of the parcel, what was learned, the carrier's calendar and now → window. What
 * is overdue in a stage is pushed ahead of now: a parcel that should have left a hub hours ago has not arrived yet.
 */
public final class Forecast {

    private static final Duration LEAST_OVERRUN = Duration.ofHours(1);

    private final LaneTable lanes;
    private final List<WindowSource> sources;
    private final Areas areas;

    /** @param sources the first that knows is believed; the lane table where none does */
    public Forecast(LaneTable lanes, List<WindowSource> sources, Areas areas) {
        this.lanes = lanes;
        this.sources = List.copyOf(sources);
        this.areas = areas;
    }

    /**
     * What is known of a parcel: its lane, the stage it is in, and since when; for an order that is the hand-over it waits
     * for, while its way began when it was confirmed.
     */
    public record Delivery(
            String carrier,
            String origin,
            String destination,
            Stage stage,
            Instant since,
            MallId tenantId,
            Instant confirmedAt) {}

    /** Finds what warnings of areas will cost a parcel on the way before it (PRM-1). */
    @FunctionalInterface
    public interface Areas {

        /** There are no warnings. */
        Areas CALM = way -> Optional.empty();

        Optional<AreaExtra> extra(AreaWay way);
    }

    /** The version of what a window rests on: of its model, or of the lane table. */
    public int version(Window window) {
        return window.basis().modelNumber().orElse(lanes.version());
    }

    public Remaining remaining(Delivery known, Stage stage) {
        return lanes.remaining(known.carrier(), known.origin(), known.destination(), stage);
    }

    public Window window(Delivery known, CarrierCalendar calendar, Instant now) {
        Window planned = overrun(moved(planned(known, calendar), known, calendar, now), calendar, now);
        if (!calendar.hasTours()) {
            return notBefore(
                    planned, passing(now, remaining(known, known.stage().next()), calendar));
        }
        LocalDate today = Seoul.dateOf(now);
        if (known.stage() == Stage.OUT_FOR_DELIVERY && today.equals(Seoul.dateOf(known.since()))) {
            return today(planned.notBefore(now, now, now), today, calendar);
        }
        boolean isHandedOver = known.stage() != Stage.ORDERED;
        // what is planned is put onto its tour first: from there every stop is possible, however early it could be
        // there
        Window onTours = onTours(planned, isHandedOver, calendar, now);
        return isHandedOver && tourHasLeft(calendar, now)
                ? onTours
                : onTour(
                        notBefore(
                                onTours,
                                passing(now, remaining(known, known.stage().next()), calendar)),
                        calendar);
    }

    /** Within the hours of its carrier's tours; what the carrier has already, not before the next of them. */
    public static Window onTours(Window planned, boolean isHandedOver, CarrierCalendar calendar, Instant now) {
        return onTour(isHandedOver ? notBefore(planned, nextTour(calendar, now)) : planned, calendar);
    }

    /** The first tour that a parcel can still be on; until it leaves, the same by night as in the evening before. */
    private static Window nextTour(CarrierCalendar calendar, Instant now) {
        LocalDate today = Seoul.dateOf(now);
        boolean stillToday = calendar.isOpen(today) && !tourHasLeft(calendar, now);
        return tour(stillToday ? today : calendar.nextOpen(today), calendar);
    }

    private Window planned(Delivery known, CarrierCalendar calendar) {
        for (WindowSource source : sources) {
            Optional<Window> predicted = source.speaksOf(known.stage()) ? source.window(known) : Optional.empty();
            if (predicted.isPresent()) {
                return predicted.get();
            }
        }
        return passing(known.since(), remaining(known, known.stage()), calendar);
    }

    /** A warning on the way moves the middle and the late end; the early one stays, since some get through every storm. */
    private Window moved(Window planned, Delivery known, CarrierCalendar calendar, Instant now) {
        return extra(planned, known, now)
                .map(extra -> new Window(
                        planned.p10(),
                        calendar.plus(planned.p50(), extra.time()),
                        calendar.plus(planned.p90(), extra.time()),
                        planned.basis().movedBy(extra)))
                .orElse(planned);
    }

    private Optional<AreaExtra> extra(Window planned, Delivery known, Instant now) {
        if (areas == Areas.CALM) {
            return Optional.empty();
        }
        boolean leaving = known.stage() == Stage.ORDERED || known.stage() == Stage.PICKED_UP;
        boolean byModel = leaving && planned.basis().modelNumber().isPresent();
        Instant predicted = known.stage() == Stage.ORDERED ? known.confirmedAt() : known.since();
        return areas.extra(new AreaWay(
                leaving ? known.origin() : null,
                known.destination(),
                known.stage() == Stage.OUT_FOR_DELIVERY ? Leg.DOOR : Leg.WAY,
                known.since(),
                Moments.later(planned.p90(), now),
                byModel ? new AreaWay.Model(predicted, learnedAt()) : null));
    }

    private Instant learnedAt() {
        return sources.stream()
                .map(WindowSource::learnedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** The warning on the way before the parcel that moves its window (PRM-4), if one does. */
    public Optional<AreaExtra> areaExtra(Delivery known, CarrierCalendar calendar, Instant now) {
        return extra(planned(known, calendar), known, now);
    }

    public static Window passing(Instant since, Remaining time, CarrierCalendar calendar) {
        return new Window(
                calendar.plus(since, time.q10()),
                calendar.plus(since, time.q50()),
                calendar.plus(since, time.q90()),
                time.basis());
    }

    /**
     * What took longer than nine of ten will take about as long again: half of the time it is over its middle, and twice of
     * it at the late end. The next window is wide, so a lost parcel is not expected "now" each hour.
     */
    private static Window overrun(Window planned, CarrierCalendar calendar, Instant now) {
        if (!now.isAfter(planned.p90())) {
            return planned;
        }
        Duration over = longer(Duration.between(planned.p50(), now), LEAST_OVERRUN);
        return new Window(
                calendar.plus(now, over.dividedBy(10)),
                calendar.plus(now, over.dividedBy(2)),
                calendar.plus(now, over.multipliedBy(2)),
                planned.basis());
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Window notBefore(Window planned, Window possible) {
        return planned.notBefore(possible.p10(), possible.p50(), possible.p90());
    }

    /** Any time of a day's tour: which stop a parcel will be is not known before the driver has it. */
    private static Window tour(LocalDate day, CarrierCalendar calendar) {
        LocalTime from = calendar.deliversFrom();
        LocalTime until = calendar.deliversUntil();
        return new Window(
                Seoul.instant(day, from),
                Seoul.instant(day, middle(from, until)),
                Seoul.instant(day, until),
                WindowBasis.none());
    }

    /** A parcel on the van comes the same day: drivers finish their tour, in the evening if need be. */
    private static Window today(Window window, LocalDate day, CarrierCalendar calendar) {
        Instant until = Seoul.instant(day, calendar.deliversUntil());
        Instant end = window.p10().isBefore(until) ? until : Seoul.endOf(day);
        return window.notAfter(end);
    }

    /** The window of a slot of hours the mall itself promised: the slot, until it can no longer be met. */
    public Window slot(Delivery known, TimeWindow slot, Instant now) {
        Duration half = Duration.between(slot.from(), slot.to()).dividedBy(2);
        Window planned = new Window(slot.from(), slot.from().plus(half), slot.to(), new WindowBasis.Slot());
        Remaining rest = remaining(known, Stage.OUT_FOR_DELIVERY);
        return known.stage() == Stage.OUT_FOR_DELIVERY
                ? planned.notBefore(now, now, now)
                : planned.notBefore(now.plus(rest.q10()), now.plus(rest.q10()), now.plus(rest.q50()));
    }

    /**
     * The window of a parcel that waits for the day its customer asked for: that day's tour, or later if it cannot be there or
     * the carrier has come to rest on that day.
     */
    public static Window onTheDayAskedFor(Window possible, TimeWindow day, CarrierCalendar calendar) {
        Window asked = calendar.hasTours()
                ? tour(DayChances.openFrom(Seoul.dateOf(day.to()), calendar), calendar)
                : new Window(
                        day.from(),
                        day.from().plus(Duration.between(day.from(), day.to()).dividedBy(2)),
                        day.to(),
                        WindowBasis.none());
        Window window = notBefore(possible, asked);
        return new Window(window.p10(), window.p50(), window.p90(), new WindowBasis.CustomersDay());
    }

    private static boolean tourHasLeft(CarrierCalendar calendar, Instant now) {
        return !Seoul.timeOf(now).isBefore(calendar.tourLeaves());
    }

    private static Window onTour(Window window, CarrierCalendar calendar) {
        LocalTime from = calendar.deliversFrom();
        LocalTime until = calendar.deliversUntil();
        Instant p10 = earliest(window.p10(), calendar);
        Instant p50 = Moments.later(calendar.deliverable(window.p50(), middle(from, until)), p10);
        Instant p90 = Moments.later(calendar.delivered(window.p90()), p50);
        if (!p50.equals(window.p50())) { // there before the tour leaves, so at any time of the tour
            p90 = Moments.later(p90, Seoul.instant(Seoul.dateOf(p50), until));
        }
        return new Window(p10, p50, p90, window.basis());
    }

    /** The early end may be the last stop of a tour; only what comes after midnight comes by the next one. */
    private static Instant earliest(Instant p10, CarrierCalendar calendar) {
        LocalDate day = Seoul.dateOf(p10);
        Instant until = Seoul.instant(day, calendar.deliversUntil());
        return calendar.isOpen(day) && p10.isAfter(until) ? until : calendar.deliverable(p10, calendar.deliversFrom());
    }

    private static LocalTime middle(LocalTime from, LocalTime until) {
        return LocalTime.ofSecondOfDay((from.toSecondOfDay() + until.toSecondOfDay()) / 2);
    }

    /**
     * When a parcel without a new scan counts as silent (TRK-4): after the usual gap of its lane in its carrier's open time. Where
     * neither that nor the carrier's habits are known, after twice the time that nine parcels of ten need from here to the door.
     */
    public Instant silentAfter(Delivery known, CarrierCalendar calendar, Instant lastScan) {
        if (known.stage() == Stage.ORDERED) { // the carrier knows of it, and should have been given it
            return calendar.plus(
                    Moments.later(lastScan, known.since()), lanes.gaps().unscanned());
        }
        Duration gap = lanes.gaps()
                .learned(known.carrier(), known.origin(), known.destination())
                .orElseGet(() -> calendar.hasTours()
                        ? lanes.gaps().usual()
                        : remaining(known, known.stage()).q90().multipliedBy(2));
        return calendar.plus(lastScan, gap);
    }

    /**
     * The moment by which the next stage must have begun, or the promise is broken nine times in ten. It is far away for a
     * parcel on the van, which has no next stage.
     */
    public Instant lastChance(Delivery known, CarrierCalendar calendar, Instant promisedTo, boolean timed) {
        if (known.stage() == Stage.OUT_FOR_DELIVERY) {
            return Instant.MAX;
        }
        if (timed) {
            return promisedTo.minus(remaining(known, Stage.OUT_FOR_DELIVERY).q10());
        }
        Instant byTime = calendar.minus(
                promisedTo, remaining(known, known.stage().next()).q10());
        if (!calendar.hasTours() || known.stage() == Stage.ORDERED) {
            return byTime;
        }
        LocalDate lastDay = calendar.lastOpen(Seoul.dateOf(promisedTo));
        Instant tour = Seoul.instant(lastDay, calendar.tourLeaves());
        return Moments.earlier(tour, byTime);
    }
}
