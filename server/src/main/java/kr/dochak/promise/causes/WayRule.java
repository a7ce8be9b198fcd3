package kr.dochak.promise.causes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.dochak.promise.causes.LostTime.Part;
import kr.dochak.promise.causes.Spent.Stood;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.Area;
import kr.dochak.shared.Moments;
import kr.dochak.shared.Seoul;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.hubs.UsualTimes;
import kr.dochak.tracking.hubs.UsualTimes.Kind;
import kr.dochak.tracking.hubs.UsualTimes.Usual;
import org.jspecify.annotations.Nullable;

/** What each part of a parcel's way cost it beyond the usual (PRM-4). Pure. */
final class WayRule {

    /** Before the vans leave. */
    private static final Duration LAST_HOURS = Duration.ofHours(3);

    /** Half a working day. */
    private static final Duration HALF_DAY = Duration.ofHours(4);

    /** Finds the warning that stood in a province at some moment of a time, if one did that slows trucks down. */
    @FunctionalInterface
    interface Areas {
        Optional<Stood> stood(String area, Instant from, Instant until);
    }

    private final LateParcel parcel;
    private final UsualTimes usual;
    private final CarrierCalendar calendar;
    private final Areas areas;
    private final CauseSettings settings;
    private final Instant now;

    WayRule(
            LateParcel parcel,
            UsualTimes usual,
            CarrierCalendar calendar,
            Areas areas,
            CauseSettings settings,
            Instant now) {
        this.parcel = parcel;
        this.usual = usual;
        this.calendar = calendar;
        this.areas = areas;
        this.settings = settings;
        this.now = now;
    }

    /** @param departures what is usual before the carrier has it, or null where no plan says so */
    List<Spent> spent(List<Passage> passages, @Nullable UsualDepartures departures) {
        List<Spent> way = new ArrayList<>();
        if (departures != null) {
            way.add(preparation(departures.ready(parcel.readyAt())));
        }
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            way.add(
                    passage.part() == Part.WAIT
                            ? waiting(passage, departures)
                            : spent(passage, isLastLeg(passages, i), Unlearned.isDoor(passages, i)));
        }
        return way;
    }

    private Spent preparation(Window ready) {
        Instant registered = parcel.readyAt();
        Passage passage = new Passage(Part.PREPARATION, parcel.origin(), "", parcel.confirmedAt(), registered, null);
        Instant end = registered == null ? now : registered;
        Duration over = over(ready.p50(), end, false);
        return new Spent(
                passage,
                end.isAfter(mostReady(ready).plus(settings.least())) ? over : Duration.ZERO,
                over,
                Duration.between(parcel.confirmedAt(), Moments.later(ready.p50(), parcel.confirmedAt())),
                false,
                null);
    }

    /**
     * When nine of ten are ready. Of a mall that lacked people of late not more than half a day after half of them, or twice as far as the
     * first are before: bad days are late and never early.
     */
    static Instant mostReady(Window ready) {
        Duration early = Duration.between(ready.p10(), ready.p50()).multipliedBy(2);
        return Moments.earlier(ready.p90(), ready.p50().plus(early.compareTo(HALF_DAY) > 0 ? early : HALF_DAY));
    }

    /** A wait for the carrier, which fetches at its hours; what misses one tour waits for the next. At the centre, told by its province. */
    private Spent waiting(Passage passage, @Nullable UsualDepartures departures) {
        Passage here = new Passage(Part.WAIT, parcel.origin(), "", passage.from(), passage.until(), passage.reason());
        if (departures == null) {
            return new Spent(here, Duration.ZERO, Duration.ZERO, null, false, null);
        }
        Window fetched = departures.fetched(passage.from());
        Instant half = Moments.later(fetched.p50(), passage.from());
        Duration over = over(half, end(passage), true);
        Instant due = Moments.later(fetched.p90(), half).plus(settings.least());
        Duration lost = end(passage).isAfter(due) ? over : Duration.ZERO;
        return new Spent(
                here,
                lost,
                over,
                Duration.between(passage.from(), half),
                false,
                over.isPositive()
                        ? areas.stood(parcel.origin(), half, Moments.earlier(due, end(passage)))
                                .orElse(null)
                        : null);
    }

    private Spent spent(Passage passage, boolean lastLeg, boolean unlearnedDoor) {
        if (passage.part() == Part.AGAIN) {
            return new Spent(passage, again(passage), again(passage), null, false, null);
        }
        Optional<Usual> known = usual(passage);
        Usual usually = known.orElseGet(() -> Unlearned.usual(passage.part(), isToIsland(), unlearnedDoor));
        boolean door = passage.part() == Part.TOUR || usually.door();
        Instant half = open(passage.from().plus(usually.p50()), door);
        Instant most = open(passage.from().plus(most(usually, passage.part())), door);
        if (passage.part() == Part.STAY && door && waitsForTour(passage.from(), known.isPresent())) {
            Instant tour = nextTour(passage.from());
            half = Moments.later(tour.minus(LAST_HOURS), passage.from());
            most = tour;
        }
        Duration over = over(half, end(passage), door);
        Instant due = most.plus(settings.least());
        Duration lost = end(passage).isAfter(due) ? over : Duration.ZERO;
        return new Spent(
                placed(passage),
                lost,
                over,
                known.isEmpty() ? null : Duration.between(passage.from(), half),
                door,
                over.isPositive() ? area(passage, door, lastLeg, half, Moments.earlier(due, end(passage))) : null);
    }

    /** Nine of ten; of a place that was often jammed of late not more than half as long again as half of them need. */
    private Duration most(Usual usually, Part part) {
        Duration cap = part == Part.TOUR
                ? usually.p50().multipliedBy(2)
                : usually.p50().multipliedBy(3).dividedBy(2).plus(settings.least());
        return usually.p90().compareTo(cap) < 0 ? usually.p90() : cap;
    }

    private Instant end(Passage passage) {
        return passage.until() == null ? now : passage.until();
    }

    /** Time since half of the others were done. */
    private Duration over(Instant half, Instant end, boolean openOnly) {
        if (!end.isAfter(half)) {
            return Duration.ZERO;
        }
        return openOnly ? calendar.between(half, end) : Duration.between(half, end);
    }

    /** What comes in the last hours before the vans leave may wait for those of the next day. */
    private boolean missesTour(Instant came) {
        return calendar.hasTours()
                && !Seoul.timeOf(came).isBefore(calendar.tourLeaves().minus(LAST_HOURS));
    }

    /** Where nothing is learned of a depot, what comes there waits for the vans, whenever it comes. */
    private boolean waitsForTour(Instant came, boolean learned) {
        return missesTour(came) || (!learned && calendar.hasTours());
    }

    private Instant nextTour(Instant came) {
        LocalDate day = Seoul.dateOf(came).plusDays(missesTour(came) ? 1 : 0);
        return open(Seoul.instant(day, calendar.tourLeaves()), true);
    }

    /** Weather is told by the province it was in. */
    private Passage placed(Passage passage) {
        return passage.reason() == ScanReason.WEATHER
                ? new Passage(
                        passage.part(),
                        Area.provinceOf(parcel.destination()),
                        "",
                        passage.from(),
                        passage.until(),
                        passage.reason())
                : passage;
    }

    private Duration again(Passage passage) {
        if (passage.until() != null) {
            return calendar.between(passage.from(), passage.until());
        }
        Duration sofar = calendar.between(passage.from(), now);
        return sofar.compareTo(settings.again()) > 0 ? sofar : settings.again();
    }

    /** A leg to an island is compared with its like alone: what is usual of all that leaves there is usual of the mainland. */
    private Optional<Usual> usual(Passage passage) {
        if (passage.part() == Part.LEG && isToIsland()) {
            return usual.between(parcel.carrier(), passage.place(), passage.toward(), passage.from());
        }
        Kind kind = switch (passage.part()) {
            case STAY -> Kind.STAY;
            case TOUR -> Kind.TOUR;
            case LEG, WAIT, PREPARATION, AGAIN -> Kind.LEG;
        };
        return usual.of(kind, parcel.carrier(), passage.place(), passage.toward(), passage.from());
    }

    private boolean isToIsland() {
        return Area.isBeyondSea(parcel.destination());
    }

    private Instant open(Instant end, boolean openOnly) {
        Instant moved = end;
        while (openOnly && !calendar.isOpen(Seoul.dateOf(moved))) {
            moved = moved.plus(Duration.ofDays(1));
        }
        return moved;
    }

    /** What holds a parcel up stands when the parcel should have moved; a warning that comes hours after that explains nothing. */
    private @Nullable Stood area(Passage passage, boolean door, boolean lastLeg, Instant since, Instant due) {
        boolean atTheEnd = passage.part() == Part.TOUR || (passage.part() == Part.STAY && door) || lastLeg;
        return atTheEnd ? areas.stood(parcel.destination(), since, due).orElse(null) : null;
    }

    /** The leg to the recipient's own terminal: nothing but the terminal and the tour comes after it. */
    private boolean isLastLeg(List<Passage> passages, int index) {
        Passage leg = passages.get(index);
        return leg.part() == Part.LEG
                && (isStraight(passages, index)
                        || passages.subList(0, index).stream().anyMatch(each -> each.part() == Part.LEG))
                && passages.subList(index + 1, passages.size()).stream().noneMatch(each -> each.part() == Part.LEG);
    }

    /** For a slot a courier drives from the centre to the neighbourhood, by no depot and no hub. */
    private boolean isStraight(List<Passage> passages, int index) {
        return !parcel.planned()
                && !Hubs.isOne(passages.get(index).toward())
                && passages.subList(0, index).stream().noneMatch(each -> each.part() == Part.STAY);
    }
}
