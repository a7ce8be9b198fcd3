package kr.dochak.orders;

import static kr.dochak.orders.IntakeResult.Outcome.CANCELLED;
import static kr.dochak.orders.IntakeResult.Outcome.CREATED;
import static kr.dochak.orders.IntakeResult.Outcome.REVISED;
import static kr.dochak.orders.IntakeResult.Outcome.UNCHANGED;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.Recipient;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.IntakeResult.Rejected;
import kr.dochak.orders.IntakeResult.Taken;
import kr.dochak.orders.OrderFact.OrderRevised;
import kr.dochak.orders.OrderFact.OrdersConfirmed;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.orders.OrderRepository.NewOrder;
import kr.dochak.orders.OrderRepository.StoredOrder;
import kr.dochak.orders.OrderRules.Checked;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes orders in, whatever the source (ORD-1), in batches and one transaction: the same order twice is one order,
 * a changed one is a new revision (ORD-2), a bad one is told and keeps no other back.
 */
@Component
public class OrderIntake {

    private final OrderRepository orders;
    private final OrderFingerprint fingerprint;
    private final People people;
    private final ApplicationEventPublisher facts;
    private final InstantSource clock;
    private final LiveTopics live;

    OrderIntake(
            OrderRepository orders,
            OrderFingerprint fingerprint,
            People people,
            ApplicationEventPublisher facts,
            InstantSource clock,
            LiveTopics live) {
        this.orders = orders;
        this.fingerprint = fingerprint;
        this.people = people;
        this.facts = facts;
        this.clock = clock;
        this.live = live;
    }

    /** An order that is fit to be taken in, and its place among the requests. */
    private record Waiting(int place, OrderDraft draft) {}

    /** One result for each request, in order. An order that is there twice is taken twice, one after the other. */
    @Transactional
    public List<IntakeResult> take(MallId tenantId, String source, List<? extends @Nullable OrderRequest> requests) {
        Instant now = clock.instant();
        IntakeResult[] results = new IntakeResult[requests.size()];
        List<Waiting> waiting = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            switch (OrderRules.check(requests.get(i), now)) {
                case Checked.Bad bad -> results[i] = new Rejected(bad.orderNo(), bad.errors());
                case Checked.Good good -> waiting.add(new Waiting(i, good.draft()));
            }
        }
        while (!waiting.isEmpty()) {
            waiting = round(tenantId, source, waiting, now, results);
        }
        return List.of(results);
    }

    /** Takes the first of each order number; answers those still to be taken. */
    private List<Waiting> round(
            MallId tenantId, String source, List<Waiting> waiting, Instant now, IntakeResult[] results) {
        Map<String, Waiting> first = new TreeMap<>();
        waiting.forEach(each -> first.putIfAbsent(each.draft().orderNo(), each));
        Map<String, Taken> taken = store(
                tenantId, source, first.values().stream().map(Waiting::draft).toList(), now);
        List<Waiting> rest = new ArrayList<>();
        for (Waiting each : waiting) {
            String orderNo = each.draft().orderNo();
            Taken result = taken.get(orderNo);
            if (result != null && first.get(orderNo) == each) {
                results[each.place()] = result;
            } else {
                rest.add(each);
            }
        }
        return rest;
    }

    /** Sorted by number, so that two batches with the same orders wait for each other instead of blocking each other. */
    private Map<String, Taken> store(MallId tenantId, String source, List<OrderDraft> drafts, Instant now) {
        Map<String, StoredOrder> known = orders.lockKnown(
                tenantId, drafts.stream().map(OrderDraft::orderNo).toList());
        Map<String, Taken> taken = new HashMap<>();
        List<OrderDraft> news = new ArrayList<>();
        for (OrderDraft draft : drafts) {
            StoredOrder before = known.get(draft.orderNo());
            if (before != null && fingerprint.matches(draft, before.contentHash())) {
                taken.put(draft.orderNo(), new Taken(draft.orderNo(), before.orderId(), before.revision(), UNCHANGED));
            } else if (before != null && before.cancelled()) {
                taken.put(draft.orderNo(), new Taken(draft.orderNo(), before.orderId(), before.revision(), CANCELLED));
            } else {
                news.add(draft);
            }
        }
        List<NewOrder> rows = intoTheVault(tenantId, news, known);
        for (NewOrder row : rows) {
            StoredOrder before = known.get(row.draft().orderNo());
            if (before != null) {
                taken.put(row.draft().orderNo(), revise(tenantId, source, row, before, now));
            }
        }
        taken.putAll(create(
                tenantId,
                source,
                rows.stream()
                        .filter(row -> !known.containsKey(row.draft().orderNo()))
                        .toList(),
                now));
        return taken;
    }

    /** An unchanged recipient keeps the record, so that a revision says truly what changed. */
    private List<NewOrder> intoTheVault(MallId tenantId, List<OrderDraft> drafts, Map<String, StoredOrder> known) {
        List<PersonId> persons =
                people.enrol(tenantId, drafts.stream().map(OrderDraft::customer).toList());
        Map<Long, Recipient> before = people.openRecipients(
                known.values().stream().map(StoredOrder::recipientId).toList());
        long[] recipients = new long[drafts.size()];
        List<Integer> toKeep = new ArrayList<>();
        for (int i = 0; i < recipients.length; i++) {
            StoredOrder order = known.get(drafts.get(i).orderNo());
            if (order != null
                    && order.personId().equals(persons.get(i))
                    && drafts.get(i).recipient().equals(before.get(order.recipientId()))) {
                recipients[i] = order.recipientId();
            } else {
                toKeep.add(i);
            }
        }
        List<Long> kept = people.keepRecipients(
                toKeep.stream().map(persons::get).toList(),
                toKeep.stream().map(i -> drafts.get(i).recipient()).toList());
        for (int i = 0; i < kept.size(); i++) {
            recipients[toKeep.get(i)] = kept.get(i);
        }
        List<NewOrder> rows = new ArrayList<>();
        for (int i = 0; i < recipients.length; i++) {
            rows.add(new NewOrder(drafts.get(i), persons.get(i), recipients[i], fingerprint.of(drafts.get(i))));
        }
        return rows;
    }

    /** Those really new; an order that another request stored in this very moment is missing, and is known next time. */
    private Map<String, Taken> create(MallId tenantId, String source, List<NewOrder> rows, Instant now) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<String, OrderId> ids = orders.insert(tenantId, source, rows, now);
        Map<String, Taken> taken = new HashMap<>();
        List<PlacedOrder> placed = new ArrayList<>();
        for (NewOrder row : rows) {
            String orderNo = row.draft().orderNo();
            OrderId id = ids.get(orderNo);
            if (id != null) {
                placed.add(placed(tenantId, id, row));
                taken.put(orderNo, new Taken(orderNo, id, 1, CREATED));
            }
        }
        if (!placed.isEmpty()) {
            facts.publishEvent(new OrdersConfirmed(placed));
            live.touch(LiveTopics.BOARD);
        }
        return taken;
    }

    private Taken revise(MallId tenantId, String source, NewOrder row, StoredOrder before, Instant now) {
        int revision = before.revision() + 1;
        orders.revise(before, row, revision, source, now);
        facts.publishEvent(new OrderRevised(placed(tenantId, before.orderId(), row), revision));
        live.touch(OrderTopic.of(before.orderId()));
        return new Taken(row.draft().orderNo(), before.orderId(), revision, REVISED);
    }

    private static PlacedOrder placed(MallId tenantId, OrderId orderId, NewOrder row) {
        OrderDraft draft = row.draft();
        return new PlacedOrder(
                orderId,
                tenantId,
                draft.orderNo(),
                row.personId(),
                row.recipientId(),
                draft.confirmedAt(),
                draft.originArea(),
                draft.destinationArea(),
                draft.carrier(),
                draft.amounts().total(),
                draft.lines().size(),
                draft.promised());
    }
}
