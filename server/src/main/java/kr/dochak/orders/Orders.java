package kr.dochak.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.identity.LastOrders;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.OrderFact.DeliveryRequestChanged;
import kr.dochak.orders.OrderFact.OrderCancelled;
import kr.dochak.orders.OrderFact.OrderPrepared;
import kr.dochak.orders.OrderFact.OrdersConfirmed;
import kr.dochak.orders.OrderFact.PreparationStep;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OneLine;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders and their history: the one bean of this module that others call. */
@Component
public class Orders implements LastOrders {

    /** Who changes a delivery request that could not be passed on: it is as before. */
    public static final String NOT_PASSED_ON = "not_passed_on";

    /** Who changes a delivery request: the customer. */
    public static final String CUSTOMER = "customer";

    private static final Duration DAY = Duration.ofDays(1);

    /** How long it is of use to find another way to a customer. */
    private static final Duration RECENT = Duration.ofDays(7);

    private final OrderQuery query;
    private final OrderLines lines;
    private final OrderChanges changes;
    private final ApplicationEventPublisher facts;
    private final InstantSource clock;
    private final LiveTopics live;
    private final OrdersSettings settings;

    Orders(
            OrderQuery query,
            OrderLines lines,
            OrderChanges changes,
            ApplicationEventPublisher facts,
            InstantSource clock,
            LiveTopics live,
            OrdersSettings settings) {
        this.settings = settings;
        this.query = query;
        this.lines = lines;
        this.changes = changes;
        this.facts = facts;
        this.clock = clock;
        this.live = live;
    }

    /** Orders in one line each; unknown ids are missing. */
    public Map<OrderId, OrderSummary> summaries(Collection<OrderId> orderIds) {
        return query.summaries(orderIds);
    }

    public Optional<OrderSummary> find(OrderId orderId) {
        return Optional.ofNullable(query.summaries(List.of(orderId)).get(orderId));
    }

    @Override
    public Optional<Instant> lastOf(Collection<PersonId> personIds) {
        return query.ofPeople(personIds, null, 1).items().stream().findFirst().map(OrderSummary::orderedAt);
    }

    /** A mall's order by the mall's own number; other malls' orders do not exist for it. */
    public Optional<OrderSummary> byNumber(MallId tenantId, String orderNo) {
        String code = OneLine.code(orderNo);
        return Optional.ofNullable(query.idsOf(tenantId, List.of(code)).get(code))
                .flatMap(this::find);
    }

    /** The ids of a mall's orders by number; unknown numbers are missing. */
    public Map<String, OrderId> idsOf(MallId tenantId, Collection<String> orderNos) {
        Map<String, OrderId> byCode = query.idsOf(
                tenantId, orderNos.stream().map(OneLine::code).distinct().toList());
        Map<String, OrderId> ids = new HashMap<>();
        for (String orderNo : orderNos) {
            OrderId id = byCode.get(OneLine.code(orderNo));
            if (id != null) {
                ids.put(orderNo, id);
            }
        }
        return ids;
    }

    /**
     * What the lines of these orders cost, in won before shipping and discounts: by order, by line; unknown ids are missing.
     */
    public Map<OrderId, Map<Integer, Long>> lineWorth(Collection<OrderId> orderIds) {
        return lines.worth(orderIds);
    }

    /** How many pieces of each line were ordered: by order, by line; unknown ids are missing. */
    public Map<OrderId, Map<Integer, Integer>> pieces(Collection<OrderId> orderIds) {
        return lines.pieces(orderIds);
    }

    public Optional<OrderDetail> detail(OrderId orderId) {
        return query.detail(orderId);
    }

    /** Several orders with their lines and amounts, in the order of the ids, without revisions; unknown ids are missing. */
    public List<OrderDetail> details(Collection<OrderId> orderIds) {
        return query.details(orderIds);
    }

    /** A customer's orders, newest first. */
    public Keyset<OrderSummary> ofPerson(PersonId personId, @Nullable String cursor, int limit) {
        return query.ofPeople(List.of(personId), cursor, limit);
    }

    /** The orders of one customer whom the mall knows as several people, newest first. */
    public Keyset<OrderSummary> ofPeople(Collection<PersonId> personIds, @Nullable String cursor, int limit) {
        return query.ofPeople(personIds, cursor, limit);
    }

    /** As {@link #ofPeople}, only orders whose number or any item's name contains the text. */
    public Keyset<OrderSummary> searchOfPeople(
            Collection<PersonId> personIds, String text, @Nullable String cursor, int limit) {
        return query.searchOfPeople(personIds, text.strip(), cursor, limit);
    }

    /** How many orders of the last days have a customer whom no message reaches, and since when. */
    public record Unreached(int orders, Instant since) {}

    /** The orders of the last days that wait or stand and whose customers no message reaches; nothing when there are none. */
    public Optional<Unreached> unreached(MallId tenantId) {
        return query.unreached(tenantId, clock.instant().minus(RECENT));
    }

    /** The same orders one by one, newest first. */
    public Keyset<OrderSummary> unreached(MallId tenantId, @Nullable String cursor, int limit) {
        return query.unreached(tenantId, clock.instant().minus(RECENT), cursor, limit);
    }

    /** A mall's orders, newest first. */
    public Keyset<OrderSummary> ofTenant(MallId tenantId, @Nullable String cursor, int limit) {
        return query.ofTenant(tenantId, cursor, limit);
    }

    /** The orders of these malls together, newest first; a statement for each, so that each is read along its own index. */
    public Keyset<OrderSummary> ofMalls(Collection<MallId> malls, @Nullable String cursor, int limit) {
        return Keyset.merged(
                malls.stream().map(mall -> ofTenant(mall, cursor, limit)).toList(),
                Comparator.comparing(OrderSummary::orderId).reversed(),
                limit,
                last -> Cursor.after(last.orderId().value()));
    }

    /** Changes how the customer wants to receive it; {@code who} is written into the order's history. */
    @Transactional
    public void changeRequest(OrderId orderId, DeliveryRequest request, String who) {
        Instant now = clock.instant();
        OrderSummary before = find(orderId).orElse(null);
        if (before != null && changes.request(before, request, who, now)) {
            facts.publishEvent(new DeliveryRequestChanged(
                    orderId, request.withoutWords(), now, before.request().withoutWords(), who));
            live.touch(OrderTopic.of(orderId));
        }
    }

    /** Whether the customer may change the delivery request once more: each change is a call or a letter to the carrier. */
    public boolean mayChangeRequest(OrderId orderId) {
        return find(orderId)
                .filter(order ->
                        changes.requests(orderId, CUSTOMER, clock.instant().minus(DAY))
                                < settings.requestsInDay(order.tenantId()))
                .isPresent();
    }

    /** Of these orders those whose customer wrote something for the driver. */
    public List<OrderId> withNotes(Collection<OrderId> orderIds) {
        return orderIds.isEmpty() ? List.of() : changes.withNotes(orderIds);
    }

    /** Words for the driver may open a door: once everything has come, they are erased. */
    @Transactional
    public void eraseNotes(Collection<OrderId> orderIds) {
        if (!orderIds.isEmpty()) {
            changes.eraseNotes(orderIds);
            live.touchAll(orderIds.stream().map(OrderTopic::of).toList());
        }
    }

    /**
     * An unpaid order is paid and promised from this moment on; paying it again changes nothing.
     *
     * @return false when it is cancelled, and nothing was changed
     */
    @Transactional
    public boolean pay(OrderId orderId, Instant paidAt, String who) {
        if (changes.pay(orderId, paidAt, who, clock.instant())) {
            facts.publishEvent(new OrdersConfirmed(List.of(query.placed(orderId))));
            live.touchAll(List.of(OrderTopic.of(orderId), LiveTopics.BOARD));
        }
        return find(orderId).orElseThrow().stands();
    }

    /** Cancels an order; cancelling it again changes nothing. */
    @Transactional
    public void cancel(OrderId orderId, String reason, String who) {
        Instant now = clock.instant();
        String why = find(orderId)
                .map(order -> changes.withoutPersons(order, reason))
                .orElse(reason);
        if (changes.cancel(orderId, why, who, now)) {
            OrderSummary order = find(orderId).orElseThrow();
            facts.publishEvent(new OrderCancelled(orderId, order.tenantId(), order.personId(), now, why));
            live.touchAll(List.of(OrderTopic.of(orderId), LiveTopics.BOARD));
        }
    }

    /** Notes how far the warehouse is; a step told twice counts once. */
    @Transactional
    public void prepared(OrderId orderId, PreparationStep step, Instant at) {
        if (changes.prepared(orderId, step, at)) {
            facts.publishEvent(new OrderPrepared(orderId, step, at));
            live.touchAll(List.of(OrderTopic.of(orderId), LiveTopics.BOARD));
        }
    }
}
