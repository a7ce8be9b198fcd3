package kr.dochak.orders;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.identity.People;
import kr.dochak.orders.IntakeResult.Outcome;
import kr.dochak.orders.IntakeResult.Rejected;
import kr.dochak.orders.IntakeResult.Taken;
import kr.dochak.orders.OrderFact.OrderRevised;
import kr.dochak.orders.OrderFact.OrdersConfirmed;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.orders.OrderRepository.Known;
import kr.dochak.orders.OrderRules.Checked;
import kr.dochak.shared.LiveTopics;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes orders in, whatever the source (ORD-1), in batches and one transaction: the same order twice is one order,
 * a changed one is a new revision (ORD-2), a bad one is told and keeps no other back.
 */
@Component
class OrderIntake {

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

    /** One result for each request, in order. */
    @Transactional
    public List<IntakeResult> take(long tenantId, String source, List<OrderRequest> requests) {
        Instant now = clock.instant();
        List<IntakeResult> results = new ArrayList<>();
        Map<String, OrderDraft> drafts = new LinkedHashMap<>();
        for (OrderRequest request : requests) {
            switch (OrderRules.check(request, now)) {
                case Checked.Bad bad -> results.add(new Rejected(bad.orderNo(), bad.errors()));
                case Checked.Good good -> {
                    drafts.put(good.draft().orderNo(), good.draft());
                    results.add(new Taken(good.draft().orderNo(), 0, 0, Outcome.UNCHANGED));
                }
            }
        }
        Map<String, Taken> taken = store(tenantId, source, drafts, now);
        results.replaceAll(result -> result instanceof Taken ? taken.get(result.orderNo()) : result);
        return results;
    }

    private Map<String, Taken> store(long tenantId, String source, Map<String, OrderDraft> drafts, Instant now) {
        if (drafts.isEmpty()) {
            return Map.of();
        }
        Map<String, Known> known = orders.lockKnown(tenantId, drafts.keySet());
        Map<String, Taken> taken = new HashMap<>();
        List<OrderDraft> fresh = new ArrayList<>();
        for (OrderDraft draft : drafts.values()) {
            Known before = known.get(draft.orderNo());
            if (before == null) {
                fresh.add(draft);
            } else if (fingerprint.matches(draft, before.contentHash())) {
                taken.put(draft.orderNo(), taken(draft.orderNo(), before, Outcome.UNCHANGED));
            } else {
                taken.put(draft.orderNo(), revise(tenantId, source, draft, before, now));
            }
        }
        taken.putAll(create(tenantId, source, fresh, now));
        return taken;
    }

    private Map<String, Taken> create(long tenantId, String source, List<OrderDraft> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        List<Long> persons =
                people.enrol(tenantId, fresh.stream().map(OrderDraft::customer).toList());
        List<Long> recipients = people.keepRecipients(
                persons, fresh.stream().map(OrderDraft::recipient).toList());
        List<OrderRepository.NewOrder> rows = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            OrderDraft draft = fresh.get(i);
            rows.add(new OrderRepository.NewOrder(draft, persons.get(i), recipients.get(i), fingerprint.of(draft)));
        }
        Map<String, Long> ids = orders.insert(tenantId, source, rows, now);
        List<PlacedOrder> placed = new ArrayList<>();
        for (OrderRepository.NewOrder row : rows) {
            Long id = ids.get(row.draft().orderNo());
            if (id != null) {
                placed.add(placed(tenantId, id, row));
            }
        }
        if (!placed.isEmpty()) {
            facts.publishEvent(new OrdersConfirmed(placed));
            live.touch(LiveTopics.BOARD);
        }
        return results(tenantId, fresh, ids);
    }

    /** An order that another request stored in this very moment counts as unchanged. */
    private Map<String, Taken> results(long tenantId, List<OrderDraft> fresh, Map<String, Long> ids) {
        Map<String, Taken> taken = new HashMap<>();
        ids.forEach((orderNo, id) -> taken.put(orderNo, new Taken(orderNo, id, 1, Outcome.CREATED)));
        List<String> raced = fresh.stream()
                .map(OrderDraft::orderNo)
                .filter(no -> !ids.containsKey(no))
                .toList();
        if (!raced.isEmpty()) {
            orders.lockKnown(tenantId, raced)
                    .forEach((orderNo, known) -> taken.put(orderNo, taken(orderNo, known, Outcome.UNCHANGED)));
        }
        return taken;
    }

    private Taken revise(long tenantId, String source, OrderDraft draft, Known before, Instant now) {
        long person = people.enrol(tenantId, List.of(draft.customer())).getFirst();
        long recipient = people.keepRecipients(List.of(person), List.of(draft.recipient()))
                .getFirst();
        OrderRepository.NewOrder row = new OrderRepository.NewOrder(draft, person, recipient, fingerprint.of(draft));
        int revision = before.revision() + 1;
        orders.revise(before, row, revision, source, now);
        facts.publishEvent(new OrderRevised(placed(tenantId, before.orderId(), row), revision));
        live.touch(LiveTopics.order(before.orderId()));
        return new Taken(draft.orderNo(), before.orderId(), revision, Outcome.REVISED);
    }

    private static Taken taken(String orderNo, Known known, Outcome outcome) {
        return new Taken(orderNo, known.orderId(), known.revision(), outcome);
    }

    private static PlacedOrder placed(long tenantId, long orderId, OrderRepository.NewOrder row) {
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
