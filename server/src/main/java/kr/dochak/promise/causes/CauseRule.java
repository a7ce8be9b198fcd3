package kr.dochak.promise.causes;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.windows.Stage;
import kr.dochak.shared.Area;
import kr.dochak.tracking.ScanReason;
import org.jspecify.annotations.Nullable;

/**
 * Why a parcel is late (PRM-4): where most time beyond the usual was lost. A reason that the carrier gave for that part of the way, or a
 * warning that stood there, says what it was.
 *
 * <p>Pure. Where no part of the way shows a loss the stage decides, as it did before scans were compared with what is usual.
 */
public final class CauseRule {

    private CauseRule() {}

    /** How far the warehouse was. */
    public enum Preparation {
        NOT_BEGUN,
        PICKING,
        PACKED
    }

    /**
     * The part of the way in which most was lost, and what it was. Where nothing is beyond what nine of ten need, the part that lasts and
     * is behind half of them, by however little where a warning stands; empty where none is.
     *
     * @param behind how far behind half of them counts
     */
    static Optional<Reason> ofWay(List<Spent> way, Duration behind) {
        Optional<Spent> lost =
                way.stream().filter(spent -> spent.lost().isPositive()).max(Comparator.comparing(Spent::lost));
        return lost.or(() -> way.stream()
                        .filter(spent -> spent.passage().until() == null)
                        .filter(spent -> spent.over().compareTo(behind) >= 0 || spent.area() != null)
                        .max(Comparator.comparing(Spent::over)))
                .map(CauseRule::reason);
    }

    private static Reason reason(Spent spent) {
        Passage passage = spent.passage();
        Spent.Stood area = passage.reason() == null ? spent.area() : null;
        if (area != null) {
            return new Reason(area.cause(), lost(spent, area.province()));
        }
        return new Reason(
                passage.reason() == null
                        ? ofPart(passage, spent.door() || (spent.usual() == null && !Hubs.mayBe(passage.place())))
                        : ofReason(passage.reason()),
                lost(spent, passage.place()));
    }

    /**
     * What is known without scans, with the place that the parcel is in, or the province of a warning. A part of the way that was told and
     * is over by now lasts no longer, and what is usual there goes with it: nothing is behind that was in time.
     */
    static Reason placed(Reason known, LateParcel parcel, List<Spent> way) {
        LostTime told = known.lost();
        if (told != null) {
            return new Reason(known.cause(), told.until() == null ? asItIsNow(told, parcel, way) : told);
        }
        List<Spent> carried = way.stream()
                .filter(spent -> spent.passage().part() != LostTime.Part.PREPARATION)
                .toList();
        if (carried.isEmpty()) { // no label yet: it is in the mall's hands
            LostTime here =
                    new LostTime(LostTime.Part.PREPARATION, parcel.origin(), "", parcel.confirmedAt(), null, null);
            return new Reason(known.cause(), asItIsNow(here, parcel, way));
        }
        Spent last = carried.getLast();
        String place = switch (known.cause()) {
            case WEATHER -> Area.provinceOf(parcel.destination());
            case PICKING, HANDOVER -> parcel.origin();
            default -> last.passage().place();
        };
        return place.isBlank() ? known : new Reason(atDepot(known.cause(), last), lost(last, place));
    }

    /** What is known of the same part of the way now. */
    private static LostTime asItIsNow(LostTime told, LateParcel parcel, List<Spent> way) {
        return way.stream()
                .filter(spent -> spent.passage().part() == told.part()
                        && spent.passage().from().equals(told.from()))
                .findFirst()
                .map(spent -> new LostTime(
                        told.part(),
                        told.place(),
                        spent.passage().toward(),
                        told.from(),
                        spent.passage().until(),
                        spent.usual()))
                .orElse(
                        told.part() == LostTime.Part.PREPARATION
                                ? new LostTime(
                                        told.part(), told.place(), "", told.from(), parcel.readyAt(), told.usual())
                                : told);
    }

    /** What stays at a depot has no backlog of a hub and is in no truck, unless its carrier says so: it waits for a driver. */
    private static DelayCause atDepot(DelayCause known, Spent last) {
        boolean byPlace = known == DelayCause.HUB_BACKLOG || known == DelayCause.LINE_HAUL;
        boolean atDoor = last.passage().part() == LostTime.Part.STAY && last.door();
        return byPlace && last.passage().reason() == null && atDoor ? DelayCause.LAST_MILE : known;
    }

    private static LostTime lost(Spent spent, String place) {
        Passage passage = spent.passage();
        return new LostTime(passage.part(), place, passage.toward(), passage.from(), passage.until(), spent.usual());
    }

    private static DelayCause ofPart(Passage passage, boolean door) {
        return switch (passage.part()) {
            case PREPARATION -> DelayCause.PICKING;
            case WAIT -> DelayCause.HANDOVER;
            case STAY -> door ? DelayCause.LAST_MILE : DelayCause.HUB_BACKLOG;
            case LEG -> DelayCause.LINE_HAUL;
            case TOUR, AGAIN -> DelayCause.LAST_MILE;
        };
    }

    /**
     * Without scans to compare: the carrier's own reason first, then a warning on the way, then where the parcel stands.
     *
     * @param area the cause that a warning on the parcel's way is, or null where none moves its window
     */
    public static DelayCause ofStage(
            DelayKind kind,
            Stage stage,
            @Nullable ScanReason reason,
            String place,
            @Nullable Preparation preparation,
            @Nullable DelayCause area) {
        if (reason != null) {
            return ofReason(reason);
        }
        if (kind == DelayKind.SILENT) {
            return stage == Stage.ORDERED ? DelayCause.HANDOVER : DelayCause.CARRIER_DATA;
        }
        if (area != null && !isUnpacked(stage, preparation)) {
            return area;
        }
        return switch (stage) {
            case ORDERED -> preparation == Preparation.PACKED ? DelayCause.HANDOVER : DelayCause.PICKING;
            case PICKED_UP, IN_TRANSIT, HELD -> Hubs.mayBe(place) ? DelayCause.HUB_BACKLOG : DelayCause.LINE_HAUL;
            case OUT_FOR_DELIVERY -> DelayCause.LAST_MILE;
            case ATTEMPTED -> DelayCause.ABSENCE;
        };
    }

    private static boolean isUnpacked(Stage stage, @Nullable Preparation preparation) {
        return stage == Stage.ORDERED && (preparation == Preparation.NOT_BEGUN || preparation == Preparation.PICKING);
    }

    private static DelayCause ofReason(ScanReason reason) {
        return switch (reason) {
            case HUB_BACKLOG -> DelayCause.HUB_BACKLOG;
            case MISSORTED -> DelayCause.MISSORTED;
            case LINE_HAUL_DELAY, CUSTOMS -> DelayCause.LINE_HAUL;
            case WEATHER -> DelayCause.WEATHER;
            case ADDRESS_WRONG -> DelayCause.ADDRESS;
            case RECIPIENT_ABSENT, UNREACHABLE -> DelayCause.ABSENCE;
            case REFUSED -> DelayCause.REFUSED;
            case DAMAGED -> DelayCause.DAMAGED;
            case LOST -> DelayCause.LOST;
            case WISHED_LATER -> DelayCause.CUSTOMER_REQUEST;
            case NOT_COLLECTED -> DelayCause.HANDOVER;
            case CLOSED_DAY -> DelayCause.LAST_MILE;
            case VEHICLE -> DelayCause.VEHICLES;
            case CARRIER_DATA -> DelayCause.CARRIER_DATA;
        };
    }
}
