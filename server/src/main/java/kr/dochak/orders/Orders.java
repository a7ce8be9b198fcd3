package kr.dochak.orders;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.OrderFact.DeliveryRequestChanged;
import kr.dochak.orders.OrderFact.OrderCancelled;
import kr.dochak.orders.OrderFact.OrderPrepared;
import kr.dochak.orders.OrderFact.PreparationStep;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders and their history: the one bean of this module that others call. */
@Component
public class Orders {

    private final OrderQuery query;
    private final OrderChanges changes;
    private final ApplicationEventPublisher facts;
    private final InstantSource clock;
    private final LiveTopics live;

    Orders(
            OrderQuery query,
            OrderChanges changes,
            ApplicationEventPublisher facts,
            InstantSource clock,
            LiveTopics live) {
        this.query = query;
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

    /** A mall's order by the mall's own number; other malls' orders do not exist for it. */
    public Optional<OrderSummary> byNumber(MallId tenantId, String orderNo) {
        return Optional.ofNullable(query.idsOf(tenantId, List.of(orderNo)).get(orderNo))
                .flatMap(this::find);
    }

    /** The ids of a mall's orders by number; unknown numbers are missing. */
    public Map<String, OrderId> idsOf(MallId tenantId, Collection<String> orderNos) {
        return query.idsOf(tenantId, orderNos);
    }

    /**
     * What the lines of these orders cost, in won before shipping and discounts: by order, by line; unknown ids are missing.
     */
    public Map<OrderId, Map<Integer, Long>> lineWorth(Collection<OrderId> orderIds) {
        return query.lineWorth(orderIds);
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
        return query.ofPerson(personId, cursor, limit);
    }

    /** As {@link #ofPerson}, only orders whose number or any item's name contains the text. */
    public Keyset<OrderSummary> searchOfPerson(PersonId personId, String text, @Nullable String cursor, int limit) {
        return query.searchOfPerson(personId, text.strip(), cursor, limit);
    }

    /** A mall's orders, newest first. */
    public Keyset<OrderSummary> ofTenant(MallId tenantId, @Nullable String cursor, int limit) {
        return query.ofTenant(tenantId, cursor, limit);
    }

    /** Changes how the customer wants to receive it; {@code who} is written into the order's history. */
    @Transactional
    public void changeRequest(OrderId orderId, DeliveryRequest request, String who) {
        Instant now = clock.instant();
        if (changes.request(orderId, request, who, now)) {
            facts.publishEvent(new DeliveryRequestChanged(orderId, request, now));
            live.touch(OrderTopic.of(orderId));
        }
    }

    /** Cancels an order; cancelling it again changes nothing. */
    @Transactional
    public void cancel(OrderId orderId, String reason, String who) {
        Instant now = clock.instant();
        if (changes.cancel(orderId, reason, who, now)) {
            OrderSummary order = find(orderId).orElseThrow();
            facts.publishEvent(new OrderCancelled(orderId, order.tenantId(), order.personId(), now, reason));
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
