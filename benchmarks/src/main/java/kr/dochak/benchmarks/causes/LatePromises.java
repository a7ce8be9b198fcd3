package kr.dochak.benchmarks.causes;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.benchmarks.causes.FormerRule.Scanned;
import kr.dochak.benchmarks.server.Database;
import org.jspecify.annotations.Nullable;

/**
 * The promises of the measured days that were late, with what the product said and what was so.
 *
 * @param missed those whose day or slot passed
 * @param byId all that the product found late, missed or not
 */
record LatePromises(List<Late> missed, Map<Long, Late> byId) {

    /** A cause and a place, as the product gives them. */
    record Said(String cause, String place) {}

    /** How its parcel went, as far as a line of the former board is made of it. */
    record Way(
            String carrier, List<Scanned> scans, @Nullable Instant settledAt) {

        /** Where it was scanned last, as far as that was known at a moment. */
        String placeAt(Instant at) {
            return scans.stream()
                    .filter(scan -> !scan.receivedAt().isAfter(at))
                    .max(Comparator.comparing(Scanned::occurredAt))
                    .map(Scanned::place)
                    .orElse("");
        }
    }

    /**
     * A late promise.
     *
     * @param first in the first notice, if there was one, and {@code last} as it stands on the customer's page in the end; {@code former} by
     *     the rule of before
     * @param truth where most was lost, all of equals; none where nothing to speak of was
     * @param truthByThen the same, as far as it was lost when it was found
     */
    record Late(
            long id,
            String number,
            Instant foundAt,
            @Nullable Said first,
            Said last,
            Said former,
            List<Truth.Loss> truth,
            List<Truth.Loss> truthByThen,
            Way way) {

        String incident() {
            return truth.isEmpty() ? "" : truth.getFirst().incident();
        }

        /** Whether it was found late when it had begun to lose that time. */
        boolean isFoundByIt() {
            return !truth.isEmpty() && !foundAt.isBefore(truth.getFirst().from());
        }
    }

    static LatePromises read(Database database, Truth truth, Instant from, Instant until) throws SQLException {
        Map<Long, List<Scanned>> scans = scans(database);
        List<Late> missed = new ArrayList<>();
        Map<Long, Late> byId = new HashMap<>();
        database.each("""
                select p.id, s.tracking_number, p.shipment_id, p.carrier, p.settled_at, p.found_at, p.delay_cause, p.delay_kind = 'SILENT' as silent,
                       coalesce(p.lost_place, p.place) as said_place, p.state, p.promised_to,
                       coalesce(s.registered_at <= p.found_at, false) or coalesce(o.packed_at <= p.found_at, false) as packed,
                       n.facts ->> 'cause' as first_cause,
                       coalesce(n.facts -> 'lost' ->> 'place', n.facts ->> 'place', '') as first_place
                from promise.promise p
                join tracking.shipment s on s.id = p.shipment_id
                join orders.customer_order o on o.id = p.order_id
                left join lateral (select facts from messaging.notice m
                                   where m.promise_id = p.id and m.kind in ('DELAYED', 'LOST_OR_DAMAGED')
                                   order by m.id limit 1) n on true
                where p.found_at is not null
                """, row -> {
            List<Scanned> known = scans.getOrDefault(
                    ((Number) Objects.requireNonNull(row.get("shipment_id"))).longValue(), List.of());
            Late late = late(row, known, truth);
            byId.put(late.id(), late);
            Instant promised = ((Timestamp) Objects.requireNonNull(row.get("promised_to"))).toInstant();
            boolean measured = !promised.isBefore(from) && promised.isBefore(until);
            if (measured && List.of("MISSED", "OPEN").contains(String.valueOf(row.get("state")))) {
                missed.add(late);
            }
        });
        return new LatePromises(missed, byId);
    }

    private static Map<Long, List<Scanned>> scans(Database database) throws SQLException {
        Map<Long, List<Scanned>> scans = new HashMap<>();
        database.each("""
                select c.shipment_id, c.occurred_at, c.received_at, c.status, c.reason, c.place
                from tracking.scan c
                where c.shipment_id in (select shipment_id from promise.promise where found_at is not null)
                """, row -> {
            Object reason = row.get("reason");
            scans.computeIfAbsent(
                            ((Number) Objects.requireNonNull(row.get("shipment_id"))).longValue(),
                            unused -> new ArrayList<>())
                    .add(new Scanned(
                            ((Timestamp) Objects.requireNonNull(row.get("occurred_at"))).toInstant(),
                            ((Timestamp) Objects.requireNonNull(row.get("received_at"))).toInstant(),
                            String.valueOf(row.get("status")),
                            reason == null ? null : reason.toString(),
                            String.valueOf(row.get("place"))));
        });
        return scans;
    }

    private static Late late(Map<String, @Nullable Object> row, List<Scanned> scans, Truth truth) {
        String number = String.valueOf(row.get("tracking_number"));
        Object first = row.get("first_cause");
        Instant found = ((Timestamp) Objects.requireNonNull(row.get("found_at"))).toInstant();
        return new Late(
                ((Number) Objects.requireNonNull(row.get("id"))).longValue(),
                number,
                found,
                first == null ? null : new Said(first.toString(), String.valueOf(row.get("first_place"))),
                new Said(String.valueOf(row.get("delay_cause")), String.valueOf(row.get("said_place"))),
                FormerRule.cause(
                        scans, found, Boolean.TRUE.equals(row.get("silent")), Boolean.TRUE.equals(row.get("packed"))),
                truth.causes(number),
                truth.causesBy(number, found),
                new Way(
                        String.valueOf(row.get("carrier")),
                        scans,
                        row.get("settled_at") instanceof Timestamp settled ? settled.toInstant() : null));
    }
}
