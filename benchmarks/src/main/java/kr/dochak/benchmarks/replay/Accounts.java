package kr.dochak.benchmarks.replay;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.LedgerChain;

/** Whether all modules tell the same story, and whether it is the one that was told to them. */
final class Accounts {

    private final Database database;
    private final List<PastOrder> orders;
    private final Tally tally;
    private final List<Check> checks = new ArrayList<>();

    private Accounts(Database database, List<PastOrder> orders, Tally tally) {
        this.database = database;
        this.orders = orders;
        this.tally = tally;
    }

    static List<Check> of(Database database, List<PastOrder> orders, Tally tally) throws SQLException {
        Accounts accounts = new Accounts(database, orders, tally);
        accounts.acknowledged();
        accounts.promises();
        accounts.told();
        accounts.granted();
        return accounts.checks;
    }

    private void acknowledged() throws SQLException {
        checks.add(Check.same(
                "orders in the files = acknowledged = stored = promised",
                orders.size(),
                tally.orders(),
                count("orders.customer_order"),
                database.number("select count(distinct order_id) from promise.promise")));
        checks.add(Check.same("promises = orders", count("promise.promise"), orders.size()));
        checks.add(Check.same(
                "shipments in the files = acknowledged = stored",
                orders.stream().filter(PastOrder::isShipped).count(),
                tally.shipments(),
                count("tracking.shipment")));
        checks.add(Check.same(
                "scans in the files = acknowledged = stored and parked",
                orders.stream().filter(o -> o.handedOverAt() != null).count()
                        + orders.stream().filter(o -> o.deliveredAt() != null).count(),
                tally.scans(),
                count("tracking.scan") + count("tracking.parked_scan")));
        checks.add(Check.none(
                "facts that a module has not dealt with", count("event_publication where completion_date is null")));
    }

    /** The outcome of every promise follows from the files alone. */
    private void promises() throws SQLException {
        checks.add(Check.same(
                "kept promises by the files = by the server",
                orders.stream().filter(o -> isDelivered(o) && !isLate(o)).count(),
                state("KEPT")));
        checks.add(Check.same(
                "missed promises by the files = by the server",
                orders.stream().filter(o -> isDelivered(o) && isLate(o)).count(),
                state("MISSED")));
        checks.add(Check.same(
                "cancelled and never delivered by the files = void by the server",
                orders.stream()
                        .filter(o -> !isDelivered(o) && o.cancelledAt() != null)
                        .count(),
                state("VOID")));
    }

    private static boolean isDelivered(PastOrder order) {
        return order.deliveredAt() != null;
    }

    private static boolean isLate(PastOrder order) {
        return order.deliveredAt() != null && order.deliveredAt().isAfter(order.promisedTo());
    }

    private void told() throws SQLException {
        checks.add(Check.none("missed promises without exactly one notice of a delay", database.number("""
                select count(*) from promise.promise p
                where p.state = 'MISSED'
                  and (select count(*) from messaging.notice n
                       where n.order_id = p.order_id and n.kind in ('DELAYED', 'LOST_OR_DAMAGED')
                         and (n.promise_id = p.id or n.subject = 'order:' || p.order_id)) <> 1
                """)));
        checks.add(Check.none("delays that nobody was told of", database.number("""
                select count(*) from promise.promise p
                where p.found_at is not null and p.state <> 'VOID'
                  and not exists (select from messaging.notice n
                                  where n.order_id = p.order_id and n.kind in ('DELAYED', 'LOST_OR_DAMAGED'))
                """)));
        checks.add(Check.none("things told twice", database.number("""
                select count(*) from (select from messaging.notice group by kind, subject having count(*) > 1) twice
                """)));
    }

    private void granted() throws SQLException {
        checks.add(Check.none("grants given twice for one promise by one rule", database.number("""
                select count(*) from (select from compensation.grant_decision group by promise_id, rule_id
                                      having count(*) > 1) twice
                """)));
        checks.add(Check.same(
                "points decided = issued = in the ledger, in won",
                database.number("select sum(value_won) from compensation.grant_decision where kind = 'POINTS'"),
                database.number("select sum(amount) from benefits.point_grant"),
                database.number("""
                        select sum(amount) from benefits.ledger_entry where unit = 'POINTS' and kind = 'ISSUE'
                        """)));
        checks.add(Check.same(
                "coupons decided = issued = in the ledger",
                count("compensation.grant_decision where kind = 'COUPON'"),
                count("benefits.coupon"),
                count("benefits.ledger_entry where unit = 'COUPON' and kind = 'ISSUE'")));
        checks.add(
                Check.none("persons whose balance is not what their points and the ledger say", database.number("""
                select count(*)
                from (select person_id, balance from benefits.account) a
                full join (select person_id, sum(remaining) as remaining from benefits.point_grant group by 1) g
                    using (person_id)
                full join (select person_id, sum(case kind when 'ISSUE' then amount else -amount end) as booked
                           from benefits.ledger_entry where unit = 'POINTS' group by 1) l using (person_id)
                where coalesce(balance, 0) <> coalesce(remaining, 0) or coalesce(balance, 0) <> coalesce(booked, 0)
                """)));
        LedgerChain.Verdict chain = LedgerChain.verify(database);
        checks.add(new Check(
                "the ledger's chain is intact",
                chain.isIntact(),
                chain.isIntact()
                        ? "%,d entries".formatted(chain.entries())
                        : "broken at entry " + chain.firstBroken()));
    }

    private long state(String state) throws SQLException {
        return database.number("select count(*) from promise.promise where state = ?", state);
    }

    private long count(String of) throws SQLException {
        return database.number("select count(*) from " + of);
    }
}
