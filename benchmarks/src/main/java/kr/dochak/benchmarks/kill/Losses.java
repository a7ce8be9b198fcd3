package kr.dochak.benchmarks.kill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.LedgerChain;
import tools.jackson.databind.JsonNode;

/** Compares what was acknowledged with what is there, and looks for what was done twice. */
final class Losses {

    private final Database database;
    private final long newest;
    private final List<Check> checks = new ArrayList<>();

    private Losses(Database database, long newest) {
        this.database = database;
        this.newest = newest;
    }

    /** Orders up to {@code newest} are looked at: a shop goes on selling meanwhile. */
    static List<Check> of(Database database, JsonNode acknowledged, long newest) throws SQLException {
        Losses losses = new Losses(database, newest);
        losses.lost(acknowledged);
        losses.doneTwice();
        return losses.checks;
    }

    private void lost(JsonNode acknowledged) throws SQLException {
        Set<Object> orders = new HashSet<>();
        database.each("select order_no from orders.customer_order", row -> orders.add(value(row, "order_no")));
        long lostOrders = 0;
        for (JsonNode orderNo : acknowledged.path("orders")) {
            lostOrders += orders.contains(orderNo.asString()) ? 0 : 1;
        }
        checks.add(Check.none(
                "acknowledged orders lost, of " + acknowledged.path("orders").size(), lostOrders));

        Map<Object, Long> scans = scansByNumber();
        long lostShipments = 0;
        long lostScans = 0;
        long all = 0;
        for (JsonNode shipment : acknowledged.path("shipments")) {
            lostShipments += scans.containsKey(shipment.path("trackingNumber").asString()) ? 0 : 1;
        }
        for (Map.Entry<String, JsonNode> number : acknowledged.path("scans").properties()) {
            long said = number.getValue().asLong();
            all += said;
            lostScans += Math.max(0, said - scans.getOrDefault(number.getKey(), 0L));
        }
        checks.add(Check.none(
                "acknowledged shipments lost, of "
                        + acknowledged.path("shipments").size(),
                lostShipments));
        checks.add(Check.none("acknowledged scans lost, of " + all, lostScans));
    }

    /** Scans stored or parked, by tracking number. */
    private Map<Object, Long> scansByNumber() throws SQLException {
        Map<Object, Long> scans = new HashMap<>();
        database.each("""
                select s.tracking_number, count(c.shipment_id) as scans
                from tracking.shipment s left join tracking.scan c on c.shipment_id = s.id group by 1
                union all
                select tracking_number, count(*) from tracking.parked_scan group by 1
                """, row -> scans.merge(value(row, "tracking_number"), (Long) value(row, "scans"), Long::sum));
        return scans;
    }

    private static Object value(Map<String, ?> row, String column) {
        return Objects.requireNonNull(row.get(column));
    }

    private void doneTwice() throws SQLException {
        checks.add(twice("scans stored twice", """
                select from tracking.scan group by shipment_id, hash having count(*) > 1
                """));
        checks.add(twice("grants given twice", """
                select from compensation.grant_decision group by promise_id, rule_id having count(*) > 1
                """));
        checks.add(twice("benefits issued twice", """
                select from (select grant_key from benefits.point_grant union all select grant_key from benefits.coupon) g
                group by grant_key having count(*) > 1
                """));
        checks.add(twice("things told twice", """
                select from messaging.notice group by kind, subject having count(*) > 1
                """));
        checks.add(Check.none("orders without a promise", unpromised(database, newest)));
        checks.add(Check.same(
                "points decided = issued, in won",
                database.number("select sum(value_won) from compensation.grant_decision where kind = 'POINTS'"),
                database.number("select sum(amount) from benefits.point_grant")));
        LedgerChain.Verdict chain = LedgerChain.verify(database);
        checks.add(new Check(
                "the ledger's chain is intact",
                chain.isIntact(),
                chain.entries() + " entries, " + chain.firstBroken()));
    }

    private Check twice(String what, String groups) throws SQLException {
        return Check.none(what, database.number("select count(*) from (" + groups + ") twice"));
    }

    static long unpromised(Database database, long newest) throws SQLException {
        return database.number("""
                select count(*) from orders.customer_order o
                where o.id <= %d and not exists (select from promise.promise p where p.order_id = o.id)
                """.formatted(newest));
    }
}
