package kr.dochak.benchmarks.kafka;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.scans.ReplayFold;
import org.jspecify.annotations.Nullable;

/** Counts what was acknowledged against what is there: each scan once, and every state what its scans make of it. */
final class Exactness {

    private final Map<String, Set<Scan>> acknowledged = new HashMap<>();
    private long scans;

    /** Remembers scans that were acknowledged. */
    void acknowledged(List<Scan> more) {
        for (Scan scan : more) {
            scans += acknowledged
                            .computeIfAbsent(scan.trackingNumber().value(), number -> new HashSet<>())
                            .add(scan)
                    ? 1
                    : 0;
        }
    }

    List<Check> check(Database database, Instant registeredAt) throws SQLException {
        Map<String, Integer> there = new HashMap<>();
        Set<String> hashes = new HashSet<>();
        database.each("""
                select s.tracking_number as number, c.hash from tracking.scan c
                join tracking.shipment s on s.id = c.shipment_id
                """, row -> {
            there.merge(text(row, "number"), 1, Integer::sum);
            hashes.add(text(row, "number") + row.get("hash"));
        });
        long rows = there.values().stream().mapToLong(Integer::longValue).sum();
        long lost = acknowledged.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(scan -> each.getKey() + scan.hash()))
                .filter(each -> !hashes.contains(each))
                .count();
        List<Check> checks = new ArrayList<>();
        checks.add(Check.none("acknowledged scans lost, of %,d different ones".formatted(scans), lost));
        checks.add(Check.none("scans stored twice, of %,d rows".formatted(rows), rows - hashes.size()));
        checks.add(Check.same(
                "acknowledged = stored = counted at shipments",
                scans,
                rows,
                database.number("select sum(scan_count) from tracking.shipment")));
        checks.add(states(database, registeredAt));
        checks.add(Check.none("records kept aside", database.number("select count(*) from tracking.poisoned_record")));
        checks.add(Check.none("scans parked", database.number("select count(*) from tracking.parked_scan")));
        checks.add(Check.none("shipments whose last move is not their state", database.number("""
                select count(*) from tracking.shipment s
                join lateral (select to_status from tracking.move m where m.shipment_id = s.id order by id desc limit 1) m
                  on m.to_status <> s.status
                """)));
        return checks;
    }

    private Check states(Database database, Instant registeredAt) throws SQLException {
        long[] differ = new long[1];
        database.each("select tracking_number as number, status from tracking.shipment", row -> {
            Set<Scan> own = acknowledged.getOrDefault(text(row, "number"), Set.of());
            boolean same = ReplayFold.statusOf(registeredAt, own).name().equals(text(row, "status"));
            differ[0] += same ? 0 : 1;
        });
        return Check.none(
                "states that a fresh fold of all scans does not give, of %,d".formatted(acknowledged.size()),
                differ[0]);
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return (String) Objects.requireNonNull(row.get(column));
    }
}
