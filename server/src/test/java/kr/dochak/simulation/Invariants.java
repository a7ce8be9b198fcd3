package kr.dochak.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.benefits.Ledger;
import kr.dochak.benefits.LedgerVerdict;
import kr.dochak.database.Sql;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold after every step, read from the tables of all modules, as nobody in the product may. */
final class Invariants {

    /** Rows that break a rule, by rule; each query answers what is wrong. */
    private static final String EVERY_STEP = """
            with waits as ( -- what of an order is in no parcel; withdrawn while a cancelled number had it
                select l.order_id, l.line, exists (
                    select from tracking.shipment_order o join tracking.shipment s on s.id = o.shipment_id
                    where o.order_id = l.order_id and l.line = any(o.lines) and s.status = 'CANCELLED') as withdrawn
                from orders.order_line l
                where l.order_id > :after and l.quantity > (
                    select coalesce(sum(coalesce(o.pieces[array_position(o.lines, l.line)], l.quantity)), 0)
                    from tracking.shipment_order o join tracking.shipment s on s.id = o.shipment_id
                    where o.order_id = l.order_id and l.line = any(o.lines) and s.status <> 'CANCELLED'))
            select 'a promise is overdue and nobody saw it' as rule, p.id::text as what
            from promise.promise p where p.order_id > :after and p.state = 'OPEN' and p.found_at is null and p.promised_to < :now::timestamptz
            union all
            select 'a timer stands in the past', p.id::text
            from promise.promise p where p.order_id > :after and p.state = 'OPEN' and p.next_check_at <= :now::timestamptz
            union all
            select 'a timer differs from its promise', coalesce(p.id, d.promise_id)::text
            from (select * from promise.promise where state = 'OPEN' and next_check_at is not null) p
            full join promise.due d on d.promise_id = p.id and d.at = p.next_check_at
            where p.id is null or d.promise_id is null
            union all
            select 'a missed promise was never found late', p.id::text
            from promise.promise p where p.order_id > :after and p.state = 'MISSED' and p.found_at is null and not exists (
                select from tracking.shipment s where s.id = p.shipment_id and s.registered_at > p.promised_to)
            union all
            select 'a delay is told to nobody', p.id::text
            from promise.promise p
            where p.order_id > :after and p.found_at is not null and not exists (
                select from messaging.notice n
                where n.order_id = p.order_id and n.kind in ('DELAYED', 'LOST_OR_DAMAGED'))
            union all
            select 'a delay is told twice', min(n.promise_id)::text
            from messaging.notice n where n.order_id > :after and n.kind = 'DELAYED'
            group by n.promise_id, n.subject like 'silent:%' having count(*) > 1
            union all
            select 'a delay waits to be told', n.id::text
            from messaging.notice n where n.order_id > :after and n.state = 'HELD' and n.plan_at <= :now::timestamptz
            union all
            select 'an ended promise differs from its shipment', p.id::text
            from promise.promise p
            where p.order_id > :after and ((p.state = 'KEPT' and p.delivered_at > p.promised_to)
               or (p.state = 'MISSED' and p.delivered_at <= p.promised_to))
            union all
            select 'a promise outlives its delivery', p.id::text
            from promise.promise p join tracking.shipment s on s.id = p.shipment_id
            where p.order_id > :after and p.state = 'OPEN' and s.status in ('DELIVERED', 'RETURNED')
              and (s.delivered_at is null or s.delivered_at >= p.ordered_at)
            union all
            select 'a parcel travels without a promise', o.order_id || ' in ' || o.shipment_id
            from tracking.shipment_order o join orders.customer_order c on c.id = o.order_id
            where c.id > :after and c.status = 'PAID' and not exists (
                select from promise.promise p where p.order_id = o.order_id and p.shipment_id = o.shipment_id)
            union all
            select 'an order has no promise, or a cancelled one an open one', c.id::text
            from orders.customer_order c
            where c.id > :after
              and case c.status when 'PAID' then not exists (select from promise.promise p where p.order_id = c.id)
                  else exists (select from promise.promise p where p.order_id = c.id and p.state = 'OPEN') end
            union all
            select 'an order waits for a part that does not exist', p.order_id::text
            from promise.promise p
            where p.order_id > :after and p.shipment_id is null and p.state = 'OPEN' and not exists (
                select from waits w where w.order_id = p.order_id)
            union all
            select 'a line of a paid order waits and nobody promised it', w.order_id || ' line ' || w.line
            from waits w join orders.customer_order c on c.id = w.order_id
            where c.status = 'PAID' and not w.withdrawn and not exists (
                select from promise.promise p where p.order_id = w.order_id and p.shipment_id is null and p.state = 'OPEN')
            union all
            select 'something was promised for what was never paid', p.order_id::text
            from promise.promise p join orders.customer_order c on c.id = p.order_id
            where c.id > :after and c.status = 'UNPAID'
            union all
            select 'something was paid for what does not stand', g.order_id::text
            from compensation.grant_decision g join orders.customer_order c on c.id = g.order_id
            where c.id > :after and (c.status = 'UNPAID' or g.at > c.cancelled_at)
            union all
            select 'a line is told as arrived that did not', n.order_id || ' in ' || n.shipment_id
            from messaging.notice n join orders.customer_order c on c.id = n.order_id
            where c.id > :after and n.kind = 'DELIVERED' and n.state = 'TOLD' and (n.told_at > c.cancelled_at
               or not exists (
                select from tracking.move m join tracking.shipment_order o on o.shipment_id = m.shipment_id
                where m.shipment_id = n.shipment_id and m.to_status = 'DELIVERED' and o.order_id = n.order_id
                  and m.occurred_at >= c.ordered_at))
            union all
            select 'a promise was kept by a parcel that did not come, or came before it', p.id::text
            from promise.promise p left join tracking.shipment s on s.id = p.shipment_id
            join orders.customer_order c on c.id = p.order_id
            where c.id > :after and p.state in ('KEPT', 'MISSED')
              and (s.delivered_at is null or s.delivered_at < c.ordered_at)
            union all
            select 'a cancelled order is told something', n.order_id || ' ' || n.kind
            from messaging.notice n join orders.customer_order c on c.id = n.order_id
            where c.id > :after and n.state = 'TOLD' and n.told_at > c.cancelled_at
              and n.kind in ('ORDER_CONFIRMED', 'SHIPPED', 'OUT_FOR_DELIVERY', 'WINDOW_CHANGED', 'DELAYED', 'DELIVERED',
                             'ATTEMPT_FAILED', 'READY_FOR_PICKUP', 'RETURNING', 'LOST_OR_DAMAGED')
            union all
            select 'a parcel of a cancelled order is on no list', o.order_id || ' in ' || o.shipment_id
            from tracking.shipment_order o join orders.customer_order c on c.id = o.order_id
            where c.id > :after and c.status = 'CANCELLED' and not exists (
                select from fulfillment.cancelled_parcel x where x.order_id = o.order_id and x.shipment_id = o.shipment_id)
            union all
            select 'a loss has no case, or more than one', m.shipment_id || ' of ' || o.order_id
            from (select shipment_id, max(occurred_at) as at from tracking.move
                  where to_status = 'EXCEPTION' and reason in ('LOST', 'DAMAGED') group by shipment_id) m
            join tracking.shipment_order o on o.shipment_id = m.shipment_id
            join orders.customer_order c on c.id = o.order_id
            where o.order_id > :after and case when c.status = 'PAID' and m.at >= c.ordered_at
                then (select count(*) from care.support_case s where s.order_id = o.order_id) <> 1
                else (select count(*) from care.support_case s where s.order_id = o.order_id) > 1 end
            union all
            select 'a grant was not issued once', g.id::text
            from compensation.grant_decision g
            where g.order_id > :after and ((g.kind = 'POINTS') <> exists (
                      select from benefits.point_grant b where b.grant_key = 'comp:' || g.promise_id || ':' || g.rule_id)
               or (g.kind = 'COUPON') <> exists (
                      select from benefits.coupon b where b.grant_key = 'comp:' || g.promise_id || ':' || g.rule_id))
            union all
            select 'a balance differs from the ledger', a.person_id::text
            from benefits.account a
            where a.person_id in (select c.person_id from orders.customer_order c where c.id > :after) and a.balance <> (select coalesce(sum(case when e.kind = 'ISSUE' then e.amount else -e.amount end), 0)
                                from benefits.ledger_entry e
                                where e.person_id = a.person_id and e.unit = 'POINTS')
            union all
            select 'a timer of compensation stands in the past', w.promise_id::text
            from compensation.watched_promise w where w.order_id > :after and w.next_check_at <= :now::timestamptz
            union all
            select 'a fact was not dealt with', e.listener_id from event_publication e
            """;

    private record Broken(String rule, String what) {}

    private record Scan(String number, Instant at, String status, String reason, String place) {}

    /** {@code oldest}: scans before it are of an earlier parcel with this number. */
    private record State(
            String number, String status, @Nullable Instant deliveredAt, Instant oldest) {}

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final long afterOrder;

    Invariants(JdbcClient jdbc, Ledger ledger, long afterOrder) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.afterOrder = afterOrder;
    }

    /** Looks at the orders of this run only, so that the tenth seed is not slower than the first. */
    void check(Instant now) {
        List<Broken> broken = jdbc.sql(EVERY_STEP)
                .param("now", Sql.at(now))
                .param("after", afterOrder)
                .query((row, n) -> new Broken(row.getString(1), row.getString(2)))
                .list();
        if (!broken.isEmpty()) {
            throw new AssertionError(broken.size() + " broken: " + broken.subList(0, Math.min(10, broken.size())));
        }
    }

    /** Nothing that was acknowledged is lost, and every state equals a fresh fold of the parcel's scans, in no order. */
    void checkScans(List<Map<String, Object>> acknowledged) {
        Map<String, List<Scan>> byNumber = new HashMap<>();
        Set<Scan> sent = new HashSet<>();
        for (Map<String, Object> body : acknowledged) {
            Scan scan = new Scan(
                    text(body, "trackingNumber"),
                    java.time.OffsetDateTime.parse(text(body, "occurredAt")).toInstant(),
                    text(body, "status"),
                    text(body, "reason"),
                    text(body, "place"));
            sent.add(scan);
        }
        sent.forEach(scan -> byNumber.computeIfAbsent(scan.number(), unused -> new ArrayList<>())
                .add(scan));
        Set<Scan> missing = new HashSet<>(sent);
        stored(byNumber.keySet()).forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new AssertionError("acknowledged and lost: " + missing);
        }
        for (State state : states(byNumber.keySet())) {
            State fold = fold(state, byNumber.getOrDefault(state.number(), List.of()));
            if (!state.equals(fold)) {
                throw new AssertionError(state + " should be " + fold);
            }
        }
    }

    /** Two customers are never in one order: the simulation names each customer after their order. */
    void checkCustomers(People people) {
        Map<String, PersonId> byNumber = new HashMap<>();
        jdbc.sql("select order_no, person_id from orders.customer_order where id > :after")
                .param("after", afterOrder)
                .query(row -> {
                    byNumber.put(row.getString(1), new PersonId(row.getLong(2)));
                });
        Map<PersonId, PersonalData> known = people.open(byNumber.values());
        byNumber.forEach((number, person) -> {
            PersonalData customer = known.get(person);
            if (customer != null && !customer.externalId().equals("C" + number)) {
                throw new AssertionError("two customers are in order " + number);
            }
        });
    }

    private static String text(Map<String, Object> body, String field) {
        return String.valueOf(body.get(field));
    }

    private List<Scan> stored(Set<String> numbers) {
        return jdbc.sql("""
                select s.tracking_number, c.occurred_at, c.status, coalesce(c.reason, ''), c.place
                from tracking.shipment s join tracking.scan c on c.shipment_id = s.id
                where s.tracking_number = any(:numbers)
                union all
                select p.tracking_number, p.occurred_at, p.status, coalesce(p.reason, ''), p.place
                from tracking.parked_scan p where p.tracking_number = any(:numbers)
                """)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> new Scan(
                        row.getString(1),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    private List<State> states(Set<String> numbers) {
        return jdbc.sql("""
                select tracking_number, status, delivered_at,
                       greatest(registered_at - interval '3 days', not_before) as oldest
                from tracking.shipment
                where tracking_number = any(:numbers) and scan_count > 0
                """)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> new State(
                        row.getString(1),
                        row.getString(2),
                        Sql.instant(row, "delivered_at"),
                        Sql.moment(row, "oldest")))
                .list();
    }

    private static State fold(State state, List<Scan> all) {
        List<Scan> scans =
                all.stream().filter(scan -> !scan.at().isBefore(state.oldest())).toList();
        Scan best = scans.getFirst();
        @Nullable Instant delivered = null;
        for (Scan scan : scans) {
            boolean greater = weight(scan) > weight(best)
                    || (weight(scan) == weight(best) && scan.at().isAfter(best.at()));
            best = greater ? scan : best;
            if (scan.status().equals("DELIVERED")
                    && (delivered == null || scan.at().isBefore(delivered))) {
                delivered = scan.at();
            }
        }
        return new State(state.number(), best.status(), delivered, state.oldest());
    }

    private static int weight(Scan scan) {
        return Set.of("DELIVERED", "RETURNING", "RETURNED").contains(scan.status())
                ? 2
                : scan.status().equals("INFO_RECEIVED") ? 0 : 1;
    }

    void checkLedger() {
        if (!(ledger.verify() instanceof LedgerVerdict.Intact)) {
            throw new AssertionError("the ledger is broken: " + ledger.verify());
        }
    }
}
