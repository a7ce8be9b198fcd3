package kr.dochak.promise.models;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.promise.learning.HoldOut;
import kr.dochak.promise.models.ModelComparison.By;
import kr.dochak.promise.models.ModelComparison.Group;
import kr.dochak.promise.models.WindowErrors.Outcome;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.promise.windows.Cutoff;
import kr.dochak.promise.windows.Cutoffs;
import kr.dochak.promise.windows.Forecast;
import kr.dochak.promise.windows.LaneTable;
import kr.dochak.promise.windows.Remaining;
import kr.dochak.promise.windows.Stage;
import kr.dochak.promise.windows.Window;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.promise.windows.WindowSource;
import kr.dochak.shared.PromiseId;
import org.jspecify.annotations.Nullable;

/**
 * Compares models on deliveries that are over. Each window is made as it would have been shown, with the carrier's calendar
 * and tours, and judged by the arrival.
 */
final class ModelTrial {

    private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();
    /** Smaller groups show little and would fill the page. */
    private static final int LEAST_SHOWN = 50;

    /** A delivery that is over. */
    record Delivered(Observation.Parcel parcel, @Nullable Instant pickedUpAt, Instant deliveredAt) {}

    private record Key(String id, boolean atHandover) {}

    /** The same window by each contender; no former where the lane table was in use. */
    private record Compared(
            Observation.Parcel parcel,
            Outcome candidate,
            @Nullable Outcome former,
            Outcome laneTable) {}

    private final LaneTable lanes;
    private final CarrierCalendars calendars;
    private final Cutoffs cutoffs;

    /** @param lanes as they had been learned by the day from which on deliveries were held out */
    ModelTrial(LaneTable lanes, CarrierCalendars calendars, Cutoffs cutoffs) {
        this.lanes = lanes;
        this.calendars = calendars;
        this.cutoffs = cutoffs;
    }

    /** @param former what the model in use would have told; empty where the lane table was */
    ModelComparison compare(
            List<HoldOut.Predicted> candidate, List<HoldOut.Predicted> former, Map<PromiseId, Delivered> delivered) {
        Map<Key, HoldOut.Predicted> before = new HashMap<>();
        former.forEach(predicted -> before.put(new Key(predicted.id(), predicted.atHandover()), predicted));
        List<Compared> compared = new ArrayList<>();
        for (HoldOut.Predicted predicted : candidate) {
            Delivered one = delivered.get(PromiseId.valueOf(predicted.id()));
            if (one != null) {
                compared.add(compared(predicted, before.get(new Key(predicted.id(), predicted.atHandover())), one));
            }
        }
        return new ModelComparison(group(By.ALL, "", compared), groups(compared));
    }

    private Compared compared(HoldOut.Predicted predicted, HoldOut.@Nullable Predicted former, Delivered one) {
        return new Compared(
                one.parcel(),
                outcome(predicted, Optional.of(predicted), one),
                former == null ? null : outcome(predicted, Optional.of(former), one),
                outcome(predicted, Optional.empty(), one));
    }

    private Outcome outcome(HoldOut.Predicted asked, Optional<HoldOut.Predicted> model, Delivered one) {
        Observation.Parcel parcel = one.parcel();
        CarrierCalendar calendar = calendars.of(parcel.carrier(), parcel.origin());
        Cutoff cutoff = cutoffs.of(parcel.tenantId());
        Instant handover = cutoff.handover(parcel.confirmedAt(), calendar);
        CarrierCalendar way = asked.atHandover() ? calendar : cutoff.wholeWay(handover, calendar);
        Instant since = asked.atHandover() ? asked.at() : handover;
        Forecast.Delivery known = new Forecast.Delivery(
                parcel.carrier(),
                parcel.origin(),
                parcel.destination(),
                asked.atHandover() ? Stage.PICKED_UP : Stage.ORDERED,
                since,
                parcel.tenantId(),
                parcel.confirmedAt());
        WindowSource source = any -> model.map(predicted -> window(predicted, way));
        Window window = new Forecast(lanes, List.of(source), Forecast.Areas.CALM).window(known, calendar, asked.at());
        return new Outcome(
                days(asked.at(), window.p10()),
                days(asked.at(), window.p50()),
                days(asked.at(), window.p90()),
                days(asked.at(), one.deliveredAt()));
    }

    private static Window window(HoldOut.Predicted predicted, CarrierCalendar calendar) {
        Remaining left = new Remaining(
                predicted.left().p10(), predicted.left().p50(), predicted.left().p90(), WindowBasis.none());
        return Forecast.passing(predicted.at(), left, calendar);
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_PER_DAY;
    }

    private static List<Group> groups(List<Compared> compared) {
        Map<String, List<Compared>> carriers = new LinkedHashMap<>();
        Map<String, List<Compared>> lanes = new LinkedHashMap<>();
        for (Compared one : compared) {
            Observation.Parcel parcel = one.parcel();
            carriers.computeIfAbsent(parcel.carrier(), any -> new ArrayList<>()).add(one);
            lanes.computeIfAbsent(parcel.origin() + "→" + parcel.destination(), any -> new ArrayList<>())
                    .add(one);
        }
        List<Group> groups = new ArrayList<>();
        carriers.forEach((name, its) -> groups.add(group(By.CARRIER, name, its)));
        lanes.forEach((name, its) -> groups.add(group(By.LANE, name, its)));
        return groups.stream()
                .filter(group -> group.by() == By.CARRIER || group.candidate().windows() >= LEAST_SHOWN)
                .sorted(java.util.Comparator.comparing(Group::by)
                        .thenComparing(group -> -group.candidate().windows())
                        .thenComparing(Group::name))
                .toList();
    }

    private static Group group(By by, String name, List<Compared> compared) {
        List<Outcome> former = new ArrayList<>();
        for (Compared one : compared) {
            if (one.former() != null) {
                former.add(one.former());
            }
        }
        return new Group(
                by,
                name,
                WindowErrors.of(compared.stream().map(Compared::candidate).toList()),
                former.isEmpty() ? null : WindowErrors.of(former),
                WindowErrors.of(compared.stream().map(Compared::laneTable).toList()));
    }
}
