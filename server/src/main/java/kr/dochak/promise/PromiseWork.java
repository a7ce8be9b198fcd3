package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.orders.OrderTopic;
import kr.dochak.promise.PromiseFact.Changed;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelaysFound;
import kr.dochak.promise.PromiseFact.PromisesSettled;
import kr.dochak.promise.PromiseFact.Settled;
import kr.dochak.promise.PromiseFact.WindowsChanged;
import kr.dochak.promise.PromiseLedger.Source;
import kr.dochak.promise.Reassessment.Seen;
import kr.dochak.promise.areas.AreaWarnings;
import kr.dochak.shared.LiveTopics;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what a look at many promises found, and tells it: one fact of each kind for the whole batch. */
@Component
class PromiseWork {

    private final PromiseRepository promises;
    private final PromiseLedger ledger;
    private final LaneRepository lanes;
    private final DepartureRepository departures;
    private final Lanes current;
    private final ApplicationEventPublisher facts;
    private final LiveTopics live;
    private final Following following;
    private final AreaWarnings areas;

    PromiseWork(
            PromiseRepository promises,
            PromiseLedger ledger,
            LaneRepository lanes,
            DepartureRepository departures,
            Lanes current,
            ApplicationEventPublisher facts,
            LiveTopics live,
            Following following,
            AreaWarnings areas) {
        this.promises = promises;
        this.ledger = ledger;
        this.lanes = lanes;
        this.departures = departures;
        this.current = current;
        this.facts = facts;
        this.live = live;
        this.following = following;
        this.areas = areas;
    }

    /**
     * Inside a transaction that holds the rows' locks, or fails where somebody else has changed them since. Of a promise
     * that holds nothing is written while only its parcel's place changes: that is the shipment's to know.
     */
    void write(List<Seen> seen, Source source, Instant now) {
        if (seen.isEmpty()) {
            return;
        }
        Map<Boolean, List<Seen>> parted = seen.stream().collect(Collectors.partitioningBy(Seen::matters));
        List<Seen> moved = Objects.requireNonNull(parted.get(true));
        List<Seen> same = Objects.requireNonNull(parted.get(false));
        promises.update(moved.stream().map(Seen::after).toList());
        promises.place(
                same.stream().filter(Seen::isLateElsewhere).map(Seen::after).toList());
        ledger.write(moved.stream().filter(Seen::shown).map(Seen::after).toList(), source, current.reassessment(), now);
        announce(moved, source, now);
        following.hear(moved.stream().flatMap(each -> News.of(each).stream()).toList());
        touch(seen);
    }

    private void announce(List<Seen> seen, Source source, Instant now) {
        List<Delay> delays = seen.stream()
                .filter(Seen::foundDelay)
                .map(s -> delay(s.after()))
                .toList();
        List<Changed> changes = seen.stream()
                .filter(Seen::changedDay)
                .map(s -> changed(s, source, current.reassessment(), now))
                .toList();
        List<Seen> ended = seen.stream().filter(Seen::settled).toList();
        if (!delays.isEmpty()) {
            facts.publishEvent(new DelaysFound(delays));
        }
        if (!changes.isEmpty()) {
            facts.publishEvent(new WindowsChanged(changes));
        }
        if (!ended.isEmpty()) {
            facts.publishEvent(new PromisesSettled(
                    ended.stream().map(s -> settled(s.after())).toList()));
            lanes.remember(outcomes(ended));
            departures.remember(departed(ended));
        }
    }

    private static Delay delay(PromiseRow row) {
        PromiseRow.Found found = Objects.requireNonNull(row.found());
        return new Delay(
                row.id(),
                row.orderId(),
                row.tenantId(),
                row.personId(),
                row.shipmentId(),
                found.kind(),
                found.cause(),
                row.promised(),
                row.timed(),
                row.window().range(),
                row.totalWon(),
                found.certainAt(),
                found.foundAt(),
                row.place().isBlank() ? null : row.place());
    }

    private static Changed changed(Seen seen, Source source, Reassessment rule, Instant now) {
        PromiseRow row = seen.after();
        boolean later = row.told().isAfter(seen.before().told()); // nothing comes earlier because of a storm
        DelayCause cause = source == Source.CUSTOMER
                ? DelayCause.CUSTOMER_REQUEST
                : later
                        ? rule.cause(row, PromiseFact.DelayKind.PREDICTED, null, now)
                        : CauseRule.cause(
                                PromiseFact.DelayKind.PREDICTED, row.stage(), row.reason(), row.place(), null, null);
        return new Changed(
                row.id(),
                row.orderId(),
                row.tenantId(),
                row.personId(),
                seen.before().window().range(),
                row.window().range(),
                cause,
                now);
    }

    private static Settled settled(PromiseRow row) {
        PromiseRow.Ended ended = Objects.requireNonNull(row.ended());
        return new Settled(
                row.id(),
                row.orderId(),
                row.tenantId(),
                row.personId(),
                ended.outcome(),
                row.promised(),
                row.timed(),
                row.totalWon(),
                row.pickedUpAt(),
                row.outAt(),
                ended.deliveredAt(),
                ended.at());
    }

    private List<LaneRepository.Outcome> outcomes(List<Seen> ended) {
        CarrierCalendars calendars = current.calendars();
        Cutoffs cutoffs = current.cutoffs();
        List<LaneRepository.Outcome> outcomes = new ArrayList<>();
        for (Seen each : ended) {
            PromiseRow row = each.after();
            Instant delivered = row.ended() == null ? null : row.ended().deliveredAt();
            if (delivered == null || row.timed() || row.window().isCustomersDay()) {
                continue; // what waited for a slot or for its customer says nothing about the lane
            }
            CarrierCalendar calendar = calendars.of(row.carrier(), row.origin());
            Instant handover = cutoffs.of(row.tenantId()).handover(row.confirmedAt(), calendar);
            add(outcomes, row, Stage.ORDERED, handover, delivered, calendar);
            add(outcomes, row, Stage.PICKED_UP, row.pickedUpAt(), delivered, calendar);
            add(outcomes, row, Stage.OUT_FOR_DELIVERY, row.outAt(), delivered, calendar);
        }
        return outcomes;
    }

    private List<Departed> departed(List<Seen> ended) {
        CarrierCalendars calendars = current.calendars();
        Cutoffs cutoffs = current.cutoffs();
        return ended.stream()
                .map(Seen::after)
                .flatMap(row ->
                        Departed.of(row, cutoffs.of(row.tenantId()), calendars.of(row.carrier(), row.origin()))
                                .stream())
                .toList();
    }

    private void add(
            List<LaneRepository.Outcome> outcomes,
            PromiseRow row,
            Stage stage,
            @Nullable Instant since,
            Instant delivered,
            CarrierCalendar calendar) {
        if (since != null) {
            Duration open = calendar.between(since, delivered);
            outcomes.add(new LaneRepository.Outcome(
                    row.carrier(),
                    row.origin(),
                    row.destination(),
                    stage,
                    open,
                    delivered,
                    met(row, stage, since, calendar)));
        }
    }

    /**
     * The warnings that held in the first half of the usual way. Not those of its whole way: the later a parcel comes, the
     * more warnings it meets, and would seem to be late because of them.
     */
    private List<String> met(PromiseRow row, Stage stage, Instant since, CarrierCalendar calendar) {
        if (stage == Stage.ORDERED) {
            return List.of();
        }
        Instant half =
                calendar.plus(since, current.reassessment().usual(row, stage).dividedBy(2));
        return areas.metBy(stage == Stage.PICKED_UP ? row.origin() : null, row.destination(), since, half);
    }

    private void touch(List<Seen> seen) {
        Set<String> topics = new LinkedHashSet<>();
        for (Seen each : seen) {
            topics.add(OrderTopic.of(each.after().orderId()));
        }
        topics.add(LiveTopics.BOARD);
        live.touchAll(topics);
    }
}
