package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.dochak.promise.areas.AreaWarnings;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.Cutoff;
import kr.dochak.promise.windows.Departed;
import kr.dochak.promise.windows.DeparturePlan;
import kr.dochak.promise.windows.DepartureRepository;
import kr.dochak.promise.windows.LaneRepository;
import kr.dochak.promise.windows.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down how long delivered parcels took, for the next learning of lanes and departures (PRM-5). */
@Component
class DeliveryOutcomes {

    private final LaneRepository lanes;
    private final DepartureRepository departures;
    private final AreaWarnings areas;

    DeliveryOutcomes(LaneRepository lanes, DepartureRepository departures, AreaWarnings areas) {
        this.lanes = lanes;
        this.departures = departures;
        this.areas = areas;
    }

    /** Of promises that ended; those that ended without a delivery teach nothing. */
    void remember(List<PromiseRow> ended, Knowledge knowledge) {
        lanes.remember(
                ended.stream().flatMap(row -> outcomes(row, knowledge).stream()).toList());
        departures.remember(
                ended.stream().flatMap(row -> departed(row, knowledge).stream()).toList());
    }

    /** Nothing of a parcel that waited for a slot or a day, or was sent in place of another: no cut-off planned these. */
    private static Optional<Departed> departed(PromiseRow row, Knowledge knowledge) {
        Instant delivered = row.ended() == null ? null : row.ended().deliveredAt();
        Instant registered = row.readyAt();
        if (delivered == null
                || registered == null
                || row.timed()
                || row.window().isCustomersDay()) {
            return Optional.empty();
        }
        CarrierCalendar calendar = knowledge.calendarOf(row.carrier(), row.origin());
        Cutoff cutoff = knowledge.cutoffs().of(row.tenantId());
        DeparturePlan plan = DeparturePlan.of(row.confirmedAt(), cutoff, calendar);
        return Optional.of(Departed.of(row.tenantId(), plan, calendar, registered, row.pickedUpAt(), delivered));
    }

    private List<LaneRepository.Outcome> outcomes(PromiseRow row, Knowledge knowledge) {
        Instant delivered = row.ended() == null ? null : row.ended().deliveredAt();
        if (delivered == null || row.timed() || row.window().isCustomersDay()) {
            return List.of(); // what waited for a slot or for its customer says nothing about the lane
        }
        CarrierCalendar calendar = knowledge.calendarOf(row.carrier(), row.origin());
        Instant handover = knowledge.cutoffs().of(row.tenantId()).handover(row.confirmedAt(), calendar);
        List<LaneRepository.Outcome> outcomes = new ArrayList<>();
        add(outcomes, row, Stage.ORDERED, handover, delivered, knowledge);
        add(outcomes, row, Stage.PICKED_UP, row.pickedUpAt(), delivered, knowledge);
        add(outcomes, row, Stage.OUT_FOR_DELIVERY, row.outAt(), delivered, knowledge);
        return outcomes;
    }

    private void add(
            List<LaneRepository.Outcome> outcomes,
            PromiseRow row,
            Stage stage,
            @Nullable Instant since,
            Instant delivered,
            Knowledge knowledge) {
        if (since != null) {
            CarrierCalendar calendar = knowledge.calendarOf(row.carrier(), row.origin());
            outcomes.add(new LaneRepository.Outcome(
                    row.carrier(),
                    row.origin(),
                    row.destination(),
                    stage,
                    calendar.between(since, delivered),
                    delivered,
                    met(row, stage, since, calendar, knowledge.rule())));
        }
    }

    /**
     * The warnings that held in the first half of the usual way. Not those of its whole way: the later a parcel comes, the
     * more warnings it meets, and would seem to be late because of them.
     */
    private List<String> met(PromiseRow row, Stage stage, Instant since, CarrierCalendar calendar, Reassessment rule) {
        if (stage == Stage.ORDERED) {
            return List.of();
        }
        Duration usual = rule.usual(row, stage);
        Instant half = calendar.plus(since, usual.dividedBy(2));
        return areas.metBy(stage == Stage.PICKED_UP ? row.origin() : null, row.destination(), since, half);
    }
}
