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
import kr.dochak.orders.OrderFact.OrderCancelled;
import kr.dochak.orders.OrderFact.OrderRevised;
import kr.dochak.orders.OrderFact.OrdersConfirmed;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.orders.OrderRepository.NewOrder;
import kr.dochak.orders.OrderRepository.StoredOrder;
import kr.dochak.orders.OrderRules.Checked;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Problem.FieldError;
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

    /** Why an order was cancelled of which its source only says that it is. */
    private static final String CANCELLED_AT_SOURCE = "주문 취소";

    private final OrderRepository orders;
    private final OrderChanges changes;
    private final OrderFingerprint fingerprint;
    private final People people;
    private final ApplicationEventPublisher facts;
    private final InstantSource clock;
    private final LiveTopics live;

    OrderIntake(
            OrderRepository orders,
            OrderChanges changes,
            OrderFingerprint fingerprint,
            People people,
            ApplicationEventPublisher facts,
            InstantSource clock,
            LiveTopics live) {
        this.orders = orders;
        this.changes = changes;
        this.fingerprint = fingerprint;
        this.people = people;
        this.facts = facts;
        this.clock = clock;
        this.live = live;
    }

    /** An order that is fit to be taken in, and its place among the requests. */
    private record Waiting(int place, OrderDraft draft, List<FieldError> warnings) {}

    /** What would become of an order, were it taken in now. */
    public sealed interface Look {

        /**
         * It would be taken in.
         *
         * @param pieces of all its lines
         * @param area where it goes
         */
        record Fine(String title, int pieces, long totalWon, String area, List<FieldError> warnings) implements Look {}

        /** It would be refused. */
        record Refused(List<FieldError> errors) implements Look {}
    }

    /** Looks at an order by the rules of the intake, and takes nothing in. */
    public Look look(OrderRequest request) {
        return switch (OrderRules.check(request, clock.instant())) {
            case Checked.Bad bad -> new Look.Refused(bad.errors());
            case Checked.Good good ->
                new Look.Fine(
                        good.draft().title(),
                        good.draft().lines().stream()
                                .mapToInt(OrderLine::quantity)
                                .sum(),
                        good.draft().amounts().total(),
                        good.draft().destinationArea(),
                        good.warnings());
        };
    }

    /** One result for each request, in order. An order that is there twice is taken twice, one after the other. */
    @Transactional
    public List<IntakeResult> take(MallId tenantId, String source, List<? extends @Nullable OrderRequest> requests) {
        Instant now = clock.instant();
        IntakeResult[] results = new IntakeResult[requests.size()];
        List<Waiting> waiting = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            switch (OrderRules.check(requests.get(i), now)) {
                case Checked.Bad bad -> results[i] = new Rejected(bad.orderNo(), bad.errors());
                case Checked.Good good -> waiting.add(new Waiting(i, good.draft(), good.warnings()));
            }
        }
        while (!waiting.isEmpty()) {
            waiting = round(tenantId, source, waiting, now, results);
        }
        orders.markReach(reach(results));
        return List.of(results);
    }

    /** Which orders, of those that are new or different now, have a customer whom messages reach. */
    private static Map<OrderId, Boolean> reach(IntakeResult[] results) {
        Map<OrderId, Boolean> reach = new HashMap<>();
        for (IntakeResult result : results) {
            if (result instanceof Taken taken
                    && (taken.outcome() == REVISED || (taken.outcome() == CREATED && !taken.isReachable()))) {
                reach.put(taken.orderId(), taken.isReachable());
            }
        }
        return reach;
    }

    /** Takes the first of each order number; answers those still to be taken. */
    private List<Waiting> round(
            MallId tenantId, String source, List<Waiting> waiting, Instant now, IntakeResult[] results) {
        Map<String, Waiting> first = new TreeMap<>();
        waiting.forEach(each -> first.putIfAbsent(each.draft().orderNo(), each));
        Map<String, IntakeResult> taken = store(
                tenantId, source, first.values().stream().map(Waiting::draft).toList(), now);
        List<Waiting> rest = new ArrayList<>();
        for (Waiting each : waiting) {
            String orderNo = each.draft().orderNo();
            IntakeResult result = taken.get(orderNo);
            if (result != null && first.get(orderNo) == each) {
                results[each.place()] = result instanceof Taken known ? known.with(each.warnings()) : result;
            } else {
                rest.add(each);
            }
        }
        return rest;
    }

    /** Sorted by number, so that two batches with the same orders wait for each other instead of blocking each other. */
    private Map<String, IntakeResult> store(MallId tenantId, String source, List<OrderDraft> drafts, Instant now) {
        Map<String, StoredOrder> known = orders.lockKnown(
                tenantId, drafts.stream().map(OrderDraft::orderNo).toList());
        Map<String, IntakeResult> taken = new HashMap<>();
        List<OrderDraft> fresh = new ArrayList<>();
        for (OrderDraft draft : drafts) {
            StoredOrder before = known.get(draft.orderNo());
            Taken settled = before == null ? null : withoutRewriting(tenantId, source, draft, before, now);
            if (settled == null) {
                fresh.add(draft);
            } else {
                taken.put(draft.orderNo(), settled);
            }
        }
        List<NewOrder> rows = intoTheVault(tenantId, fresh, known);
        for (NewOrder row : rows) {
            StoredOrder before = known.get(row.draft().orderNo());
            if (before != null) {
                taken.put(row.draft().orderNo(), revised(tenantId, source, row, before, now));
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

    /** What becomes of a known order whose content is not to be written anew; else nothing. */
    private @Nullable Taken withoutRewriting(
            MallId tenantId, String source, OrderDraft draft, StoredOrder before, Instant now) {
        boolean same = fingerprint.matches(draft, before.contentHash());
        return switch (OrderRepeat.of(before.status(), draft.status(), same)) {
            case UNCHANGED -> new Taken(draft.orderNo(), before.orderId(), before.revision(), UNCHANGED);
            case STAYS_CANCELLED -> new Taken(draft.orderNo(), before.orderId(), before.revision(), CANCELLED);
            case CANCELLED -> cancel(tenantId, source, draft, before, now);
            case REVISED, PAID -> null;
        };
    }

    private Taken cancel(MallId tenantId, String source, OrderDraft draft, StoredOrder before, Instant now) {
        OrderId orderId = before.orderId();
        if (changes.cancel(orderId, CANCELLED_AT_SOURCE, source, now)) {
            facts.publishEvent(new OrderCancelled(orderId, tenantId, before.personId(), now, CANCELLED_AT_SOURCE));
            live.touchAll(List.of(OrderTopic.of(orderId), LiveTopics.BOARD));
        }
        return new Taken(draft.orderNo(), orderId, before.revision() + 1, CANCELLED);
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
        List<Long> recipientIds = people.keepRecipients(
                toKeep.stream().map(persons::get).toList(),
                toKeep.stream().map(i -> drafts.get(i).recipient()).toList());
        for (int i = 0; i < recipientIds.size(); i++) {
            recipients[toKeep.get(i)] = recipientIds.get(i);
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
                if (row.draft().status().stands()) {
                    placed.add(row.placed(tenantId, id, row.draft().confirmedAt()));
                }
                taken.put(orderNo, new Taken(orderNo, id, 1, CREATED));
            }
        }
        if (!placed.isEmpty()) {
            facts.publishEvent(new OrdersConfirmed(placed));
            live.touch(LiveTopics.BOARD);
        }
        return taken;
    }

    /** One number for two customers is a number that was cut or typed wrongly: the second order would take the first one's. */
    private IntakeResult revised(MallId tenantId, String source, NewOrder row, StoredOrder before, Instant now) {
        return people.mayBeOne(before.personId(), row.personId())
                ? revise(tenantId, source, row, before, now)
                : new Rejected(
                        row.draft().orderNo(),
                        List.of(new FieldError("orderNo", "other-customer", "orders.problem.other-customer")));
    }

    private Taken revise(MallId tenantId, String source, NewOrder row, StoredOrder before, Instant now) {
        int revision = before.revision() + 1;
        List<Integer> added = changes.revise(tenantId, before, row, revision, source, now);
        PlacedOrder placed = row.placed(tenantId, before.orderId(), before.confirmed(row.draft(), now));
        if (before.status() != row.draft().status()) {
            facts.publishEvent(new OrdersConfirmed(List.of(placed)));
        } else if (before.status().stands()) {
            facts.publishEvent(new OrderRevised(placed, revision, added));
        }
        live.touch(OrderTopic.of(before.orderId()));
        return new Taken(row.draft().orderNo(), before.orderId(), revision, REVISED);
    }
}
