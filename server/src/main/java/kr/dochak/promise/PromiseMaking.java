package kr.dochak.promise;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.orders.OrderFact.MallPromise;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.promise.PromiseFact.Made;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseFact.PromisesMade;
import kr.dochak.promise.PromiseLedger.Source;
import kr.dochak.promise.Reassessment.Seen;
import kr.dochak.shared.LiveTopics;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.TimeWindow;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes promises for orders, and follows what malls and customers change of them. Every step may be repeated. */
@Component
class PromiseMaking {

    private final PromiseRepository promises;
    private final PromiseAttachment attachment;
    private final PartValues values;
    private final PromiseLedger ledger;
    private final PromiseWork work;
    private final Lanes lanes;
    private final PromiseChoices choices;
    private final Tracking tracking;
    private final Orders orders;
    private final ApplicationEventPublisher facts;
    private final InstantSource clock;
    private final LiveTopics live;
    private final Following following;

    PromiseMaking(
            PromiseRepository promises,
            PromiseAttachment attachment,
            PartValues values,
            PromiseLedger ledger,
            PromiseWork work,
            Lanes lanes,
            PromiseChoices choices,
            Tracking tracking,
            Orders orders,
            ApplicationEventPublisher facts,
            InstantSource clock,
            LiveTopics live,
            Following following) {
        this.promises = promises;
        this.attachment = attachment;
        this.values = values;
        this.ledger = ledger;
        this.work = work;
        this.lanes = lanes;
        this.choices = choices;
        this.tracking = tracking;
        this.orders = orders;
        this.facts = facts;
        this.clock = clock;
        this.live = live;
        this.following = following;
    }

    /** The first window of each order, and the promise shown with it (PRM-1). */
    @Transactional
    public void make(List<PlacedOrder> placed) {
        promises.queueFor(placed.stream().map(PlacedOrder::orderId).toList());
        Instant now = clock.instant();
        CarrierCalendars calendars = lanes.calendars();
        Cutoffs all = lanes.cutoffs();
        List<PromiseRow> rows = placed.stream()
                .map(o -> first(o, calendars, all.of(o.tenantId()), now))
                .toList();
        Map<Long, Integer> lines = placed.stream().collect(Collectors.toMap(PlacedOrder::orderId, PlacedOrder::lines));
        Map<Long, Long> ids = promises.insert(rows, row -> lines.getOrDefault(row.orderId(), 1));
        List<PromiseRow> fresh = new ArrayList<>();
        for (PromiseRow row : rows) {
            Long id = ids.get(row.orderId());
            if (id != null) {
                fresh.add(row.identified(id));
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        ledger.write(fresh, Source.ORDER, lanes.reassessment(), now);
        following.hear(fresh.stream().flatMap(row -> News.ofOrder(row).stream()).toList());
        facts.publishEvent(
                new PromisesMade(fresh.stream().map(row -> made(row, now)).toList()));
        boolean parts = attachment.attach(registeredBefore(fresh), this::standing, now);
        catchUp(fresh);
        if (parts) {
            values.share(fresh.stream().map(PromiseRow::orderId).toList());
        }
        touch(fresh.stream().map(PromiseRow::orderId).toList());
    }

    /** What happened to orders before their promises were made: the facts about it found nothing to change. */
    private void catchUp(List<PromiseRow> fresh) {
        for (OrderSummary order : orders.summaries(
                        fresh.stream().map(PromiseRow::orderId).toList())
                .values()) {
            if (order.cancelledAt() != null) {
                withdraw(order.orderId(), order.cancelledAt());
            } else {
                promises.revalue(order.orderId(), order.totalWon());
                follow(order.orderId(), order.request());
            }
        }
    }

    /** Shipments that were registered before their orders' promises were made: facts may cross each other. */
    private List<RegisteredShipment> registeredBefore(List<PromiseRow> fresh) {
        return tracking.ofOrders(fresh.stream().map(PromiseRow::orderId).toList()).values().stream()
                .flatMap(List::stream)
                .distinct()
                .map(ShipmentView::registered)
                .toList();
    }

    private PromiseRow first(PlacedOrder order, CarrierCalendars calendars, Cutoff cutoff, Instant now) {
        String carrier = Objects.requireNonNullElse(order.carrier(), CarrierCalendars.ANY);
        CarrierCalendar calendar = calendars.of(carrier, order.originArea());
        Instant since = cutoff.handover(order.confirmedAt(), calendar);
        MallPromise mall = order.promised();
        boolean timed = mall != null && mall.timed();
        TimeWindow slot = mall == null ? new TimeWindow(since, since) : new TimeWindow(mall.from(), mall.to());
        Window unknown = new Window(since, since, since, WindowBasis.none());
        PromiseRow bare = PromiseRow.ordered(order, carrier, since, slot, timed, unknown);
        Window window = lanes.reassessment().window(bare, order.confirmedAt());
        TimeWindow promised = mall == null ? ours(bare, window) : slot;
        PromiseRow row = bare.with(window, window.p50()).promising(promised, timed);
        PromiseRow seen = lanes.reassessment().look(row, null, null, now).after();
        return row.checkedAt(seen.found() == null ? seen.checkAt() : now);
    }

    /** The promise we make of a window ourselves: as sure as the mall chose to be. */
    private TimeWindow ours(PromiseRow row, Window window) {
        int quantile = choices.quantileOf(row.tenantId());
        return lanes.reassessment().promise(window, row.carrier(), row.origin(), quantile);
    }

    private static Made made(PromiseRow row, Instant now) {
        return new Made(row.id(), row.orderId(), row.tenantId(), row.personId(), row.promised(), row.timed(), now);
    }

    /**
     * A revised order: a promise of the mall's own that changed is taken over; ours stands as it was shown. What a
     * compensation would be a share of is what the order costs now, whichever of the two facts came first.
     */
    @Transactional
    public void revise(PlacedOrder order) {
        promises.queueFor(List.of(order.orderId()));
        MallPromise mall = order.promised();
        if (!promises.anyOf(order.orderId())) {
            make(List.of(order));
            return;
        }
        promises.revalue(order.orderId(), order.totalWon());
        values.share(List.of(order.orderId()));
        if (mall != null) {
            TimeWindow promised = new TimeWindow(mall.from(), mall.to());
            TimeWindow asked = asked(order.orderId());
            repromise(
                    order.orderId(),
                    Source.REVISION,
                    row -> asked != null && asked.to().isAfter(promised.to())
                            ? asked(row, asked)
                            : unasked(row).promising(promised, mall.timed()));
        }
    }

    /** The day the order's customer asked for, which a revision by the mall does not take back. */
    private @Nullable TimeWindow asked(long orderId) {
        return orders.find(orderId)
                .map(order -> order.request().day())
                .map(PromiseMaking::day)
                .orElse(null);
    }

    private static TimeWindow day(LocalDate day) {
        return new TimeWindow(Seoul.instant(day, LocalTime.MIDNIGHT), Seoul.endOf(day));
    }

    /** A later day that the customer asked for becomes the promise and the window; it can be no ground for a delay. */
    @Transactional
    public void follow(long orderId, DeliveryRequest request) {
        if (request.day() == null) {
            repromise(orderId, Source.CUSTOMER, this::withoutWish);
            return;
        }
        promises.queueFor(List.of(orderId));
        TimeWindow day = day(request.day());
        repromise(orderId, Source.CUSTOMER, row -> {
            PromiseRow free = row.window().isCustomersDay() ? withoutWish(row) : row;
            return day.to().isAfter(free.promised().to()) ? asked(row, day) : free;
        });
    }

    private PromiseRow unasked(PromiseRow row) {
        return row.window().isCustomersDay()
                ? row.with(lanes.reassessment().possible(row, clock.instant()), row.told())
                : row;
    }

    private PromiseRow asked(PromiseRow row, TimeWindow day) {
        return lanes.reassessment().asked(row, day, clock.instant());
    }

    /**
     * The promise without the customer's later day: what was shown before the wish, as far as it can still be kept; time
     * that passed while we waited for the customer breaks no promise.
     */
    private PromiseRow withoutWish(PromiseRow row) {
        List<WindowShown> shown = ledger.of(row.id());
        boolean wished = !shown.isEmpty() && shown.getLast().promised().equals(row.promised());
        TimeWindow before = shown.stream()
                .takeWhile(each -> !each.source().equals(Source.CUSTOMER.name()))
                .reduce((first, last) -> last)
                .map(WindowShown::promised)
                .orElse(row.promised());
        if (!wished || before.equals(row.promised())) {
            return row;
        }
        Window free = lanes.reassessment().possible(row, clock.instant());
        TimeWindow reachable = ours(row, free);
        return row.promising(free.p90().isAfter(before.to()) ? reachable : before, false)
                .with(free, free.p50());
    }

    private void repromise(long orderId, Source source, UnaryOperator<PromiseRow> promise) {
        Instant now = clock.instant();
        List<Seen> seen = new ArrayList<>();
        for (PromiseRow row : promises.lockOfOrders(List.of(orderId))) {
            PromiseRow after = promise.apply(row);
            if (row.found() == null && !after.promised().equals(row.promised())) {
                seen.add(new Seen(row, after.checkedAt(now), true));
            }
        }
        work.write(seen, source, now);
    }

    /** Nothing will be delivered any more: open promises of the order are void. */
    @Transactional
    public void withdraw(long orderId, Instant at) {
        promises.queueFor(List.of(orderId));
        List<Seen> seen = new ArrayList<>();
        for (PromiseRow row : promises.lockOfOrders(List.of(orderId))) {
            seen.add(new Seen(row, row.ended(new PromiseRow.Ended(Outcome.VOID, null, at)), false));
        }
        work.write(seen, Source.REVISION, clock.instant());
    }

    /**
     * Ties promises to the shipments that carry their orders; a part shipment splits its promise off. Each is then looked
     * at by its timer at once, since scans may have come before.
     */
    @Transactional
    public void attach(List<RegisteredShipment> shipments) {
        Instant now = clock.instant();
        Set<Long> orderIds = new LinkedHashSet<>();
        shipments.forEach(s -> s.orders().stream().map(CarriedOrder::orderId).forEach(orderIds::add));
        promises.queueFor(orderIds);
        promises.lockOfOrders(orderIds);
        if (attachment.attach(shipments, this::standing, now)) {
            values.share(orderIds);
            ledger.begin(orderIds, now);
        }
        touch(orderIds);
    }

    private Set<Long> standing(Set<Long> orderIds) {
        return orders.summaries(orderIds).values().stream()
                .filter(order -> order.cancelledAt() == null)
                .map(OrderSummary::orderId)
                .collect(Collectors.toSet());
    }

    private void touch(Collection<Long> orderIds) {
        live.touchAll(orderIds.stream().map(LiveTopics::order).toList());
    }
}
