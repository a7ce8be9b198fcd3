package kr.dochak.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.OrderTopic;
import kr.dochak.promise.PromiseFact.Changed;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelaysFound;
import kr.dochak.promise.PromiseFact.Made;
import kr.dochak.promise.PromiseFact.PromisesMade;
import kr.dochak.promise.PromiseFact.PromisesSettled;
import kr.dochak.promise.PromiseFact.Settled;
import kr.dochak.promise.PromiseFact.WindowsChanged;
import kr.dochak.promise.PromiseLedger.Source;
import kr.dochak.promise.Reassessment.Reassessed;
import kr.dochak.promise.models.ObservationQueue;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down new promises and what looks found, and announces it: one fact of each kind for the whole batch. */
@Component
public class PromiseWork {

    private final PromiseRepository promises;
    private final PromiseLedger ledger;
    private final DeliveryOutcomes outcomes;
    private final ApplicationEventPublisher facts;
    private final LiveTopics live;
    private final ObservationQueue observations;
    private final DelayReasons reasons;

    PromiseWork(
            PromiseRepository promises,
            PromiseLedger ledger,
            DeliveryOutcomes outcomes,
            ApplicationEventPublisher facts,
            LiveTopics live,
            ObservationQueue observations,
            DelayReasons reasons) {
        this.promises = promises;
        this.ledger = ledger;
        this.outcomes = outcomes;
        this.facts = facts;
        this.live = live;
        this.observations = observations;
        this.reasons = reasons;
    }

    /**
     * Writes down promises that are just being made.
     *
     * @return those that had not been made before, with their ids
     */
    public List<PromiseRow> begin(
            List<PromiseRow> rows, Function<PromiseRow, Integer> lines, Knowledge knowledge, Instant now) {
        Map<OrderId, Long> ids = promises.insert(rows, lines);
        List<PromiseRow> fresh = new ArrayList<>();
        for (PromiseRow row : rows) {
            Long id = ids.get(row.orderId());
            if (id != null) {
                fresh.add(row.identified(id));
            }
        }
        if (!fresh.isEmpty()) {
            ledger.write(fresh, Source.ORDER, knowledge.rule(), now);
            observations.add(fresh.stream()
                    .filter(row -> !Carrier.isTrial(row.carrier()))
                    .flatMap(row -> PromiseObservations.ofOrder(row).stream())
                    .toList());
            facts.publishEvent(
                    new PromisesMade(fresh.stream().map(row -> made(row, now)).toList()));
            live.touchAll(
                    fresh.stream().map(row -> OrderTopic.of(row.orderId())).toList());
        }
        return fresh;
    }

    /**
     * Writes down a promise beside those its order has.
     *
     * @param announced whether the customer gets to know of it by itself, as of the first one
     */
    public void add(PromiseRow row, int lines, boolean announced, Knowledge knowledge, Instant now) {
        promises.insertBeside(row, lines).ifPresent(id -> {
            PromiseRow fresh = row.identified(id);
            ledger.write(List.of(fresh), Source.ORDER, knowledge.rule(), now);
            if (announced) {
                facts.publishEvent(new PromisesMade(List.of(made(fresh, now))));
            }
            live.touch(OrderTopic.of(row.orderId()));
        });
    }

    private static Made made(PromiseRow row, Instant now) {
        return new Made(
                new PromiseId(row.id()),
                row.orderId(),
                row.tenantId(),
                row.personId(),
                row.promised(),
                row.timed(),
                now);
    }

    /** Lets the promises of an order that hold be other ones, each shown anew and looked at next. */
    public void change(
            OrderId orderId, Source source, UnaryOperator<PromiseRow> change, Knowledge knowledge, Instant now) {
        List<Reassessed> seen = new ArrayList<>();
        for (PromiseRow row : promises.lockOfOrders(List.of(orderId))) {
            PromiseRow after = change.apply(row);
            if (row.found() == null && !after.promised().equals(row.promised())) {
                seen.add(new Reassessed(row, after.checkedAt(now), true));
            }
        }
        write(seen, source, knowledge, now);
    }

    /**
     * Inside a transaction that holds the rows' locks, or fails where somebody else has changed them since. Of a promise
     * that holds nothing is written while only its parcel's place changes: that is the shipment's to know.
     */
    public void write(List<Reassessed> looked, Source source, Knowledge knowledge, Instant now) {
        if (looked.isEmpty()) {
            return;
        }
        List<Reassessed> seen = reasons.found(looked, knowledge, now);
        Map<Boolean, List<Reassessed>> parted = seen.stream().collect(Collectors.partitioningBy(Reassessed::matters));
        List<Reassessed> moved = Objects.requireNonNull(parted.get(true));
        List<Reassessed> same = Objects.requireNonNull(parted.get(false));
        promises.update(moved.stream().map(Reassessed::after).toList());
        promises.place(same.stream()
                .filter(Reassessed::isLateElsewhere)
                .map(Reassessed::after)
                .toList());
        ledger.write(
                moved.stream().filter(Reassessed::shown).map(Reassessed::after).toList(),
                source,
                knowledge.rule(),
                now);
        announce(moved, source, knowledge, now);
        observations.add(moved.stream()
                .filter(each -> !Carrier.isTrial(each.after().carrier()))
                .flatMap(each -> PromiseObservations.of(each).stream())
                .toList());
        touch(seen);
    }

    private void announce(List<Reassessed> seen, Source source, Knowledge knowledge, Instant now) {
        List<Delay> delays = seen.stream()
                .filter(Reassessed::foundDelay)
                .map(s -> delay(s.after()))
                .toList();
        List<Changed> changes =
                reasons.changes(seen.stream().filter(Reassessed::changedDay).toList(), source, knowledge, now);
        List<Reassessed> ended = seen.stream().filter(Reassessed::settled).toList();
        if (!delays.isEmpty()) {
            facts.publishEvent(new DelaysFound(delays));
        }
        if (!changes.isEmpty()) {
            facts.publishEvent(new WindowsChanged(changes));
        }
        if (!ended.isEmpty()) {
            facts.publishEvent(new PromisesSettled(
                    ended.stream().map(s -> settled(s.after())).toList()));
            outcomes.remember(
                    ended.stream()
                            .map(Reassessed::after)
                            .filter(row -> !Carrier.isTrial(row.carrier()))
                            .toList(),
                    knowledge);
        }
    }

    private static Delay delay(PromiseRow row) {
        PromiseRow.Found found = Objects.requireNonNull(row.found());
        return new Delay(
                new PromiseId(row.id()),
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
                row.place().isBlank() ? null : row.place(),
                found.lost());
    }

    private static Settled settled(PromiseRow row) {
        PromiseRow.Ended ended = Objects.requireNonNull(row.ended());
        return new Settled(
                new PromiseId(row.id()),
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

    private void touch(List<Reassessed> seen) {
        Set<String> topics = new LinkedHashSet<>();
        for (Reassessed each : seen) {
            topics.add(OrderTopic.of(each.after().orderId()));
        }
        topics.add(LiveTopics.BOARD);
        live.touchAll(topics);
    }
}
