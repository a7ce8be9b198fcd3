package kr.dochak.tracking.scans;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.database.AdvisoryLock;
import kr.dochak.database.CopyText;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentKey;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All statements of the batch. */
@Repository
public class ScanRepository {

    /** Rows that two batches both park are locked in one order too. */
    private static final Comparator<ParkedScan> ONE_ORDER = Comparator.comparing(
                    (ParkedScan parked) -> parked.scan().trackingNumber())
            .thenComparing(parked -> parked.scan().carrier())
            .thenComparing(parked -> parked.scan().hash());

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    ScanRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    /**
     * The shipments of these keys that are known, as they are now; {@link #update} finds out when one has changed since. Numbers
     * are used again: a scan that is three days older than the registration, or older than the orders, is not this parcel's.
     *
     * <p>Several malls may have one number, each a shipment of its own.
     */
    Map<ShipmentKey, List<Folded>> read(List<ShipmentKey> keys) {
        String sql = """
                select s.id, s.tenant_id, s.carrier, s.tracking_number,
                       greatest(s.registered_at - interval '3 days', s.not_before) as oldest, s.status, s.status_at,
                       s.status_hash, s.reason, s.place, s.last_scan_at, s.delivered_at, s.scan_count, s.seen,
                       s.not_delivered_until, s.calm_until, s.version
                from unnest(?::text[], ?::text[]) as k (carrier, tracking_number)
                join tracking.shipment s
                  on s.carrier = k.carrier and s.tracking_number = k.tracking_number and s.retired_at is null
                """;
        return onConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "text", Sql.texts(keys, key -> key.carrier().value())));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "text",
                                Sql.texts(keys, key -> key.trackingNumber().value())));
                Map<ShipmentKey, List<Folded>> found = new HashMap<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Folded folded = folded(rows);
                        ShipmentKey key = new ShipmentKey(folded.carrier(), new TrackingNumber(rows.getString(4)));
                        found.computeIfAbsent(key, each -> new ArrayList<>(1)).add(folded);
                    }
                }
                return found;
            }
        });
    }

    private static Folded folded(ResultSet row) throws SQLException {
        String reason = row.getString(9);
        return new Folded(
                row.getLong(1),
                new MallId(row.getLong(2)),
                new CarrierId(row.getString(3)),
                Sql.moment(row, 5),
                ShipmentStatus.valueOf(row.getString(6)),
                Sql.moment(row, 7),
                row.getLong(8),
                reason == null ? null : ScanReason.valueOf(reason),
                row.getString(10),
                Sql.moment(row, 11),
                Sql.instant(row, 12),
                row.getInt(13),
                row.getBytes(14),
                Sql.instant(row, 15),
                Sql.instant(row, 16),
                row.getInt(17));
    }

    void copyScans(List<ScanRow> scans, Instant receivedAt) {
        CopyText copy = new CopyText(scans.size() * 120);
        for (ScanRow row : scans) {
            Scan scan = row.scan();
            copy.value(row.shipmentId())
                    .value(scan.occurredAt())
                    .value(receivedAt)
                    .value(scan.status().name())
                    .value(scan.reason() == null ? null : scan.reason().name())
                    .value(scan.place())
                    .value(scan.text())
                    .value(scan.hash())
                    .endRow();
        }
        copyIn("""
                copy tracking.scan (shipment_id, occurred_at, received_at, status, reason, place, text, hash) from stdin
                """, copy);
    }

    /**
     * Writes the folded rows back; a row that somebody else changed meanwhile fails the whole batch, which is then retried.
     */
    void update(Collection<Folded> changed) {
        if (changed.isEmpty()) {
            return;
        }
        List<Folded> rows =
                changed.stream().sorted((a, b) -> Long.compare(a.id(), b.id())).toList();
        int updated = client.sql("""
                update tracking.shipment s
                set status = u.status, status_at = u.status_at, status_hash = u.status_hash, reason = u.reason,
                    place = u.place, last_scan_at = u.last_scan_at, delivered_at = u.delivered_at,
                    scan_count = u.scan_count, seen = u.seen, calm_until = u.calm_until, version = u.version + 1
                from unnest(:id::bigint[], :version::int[], :status::text[], :status_at::timestamptz[],
                            :status_hash::bigint[], :reason::text[], :place::text[], :last_scan_at::timestamptz[],
                            :delivered_at::timestamptz[], :scan_count::int[], :seen::bytea[], :calm_until::timestamptz[])
                     as u (id, version, status, status_at, status_hash, reason, place, last_scan_at,
                           delivered_at, scan_count, seen, calm_until)
                where s.id = u.id and s.version = u.version
                """)
                .params(Rows.of(rows)
                        .number("id", Folded::id)
                        .integer("version", Folded::version)
                        .name("status", Folded::status)
                        .at("status_at", Folded::statusAt)
                        .number("status_hash", Folded::statusHash)
                        .name("reason", Folded::reason)
                        .text("place", Folded::place)
                        .at("last_scan_at", Folded::lastScanAt)
                        .at("delivered_at", Folded::deliveredAt)
                        .integer("scan_count", Folded::scanCount)
                        .bytes("seen", Folded::seen)
                        .at("calm_until", Folded::calmUntil)
                        .params())
                .update();
        if (updated != rows.size()) {
            throw new OptimisticLockingFailureException(
                    "shipments changed by somebody else: " + (rows.size() - updated));
        }
    }

    /**
     * Writes moves, last of all before the commit. Whoever reads the feed believes that what comes later has a greater id,
     * so of several writers one after the other takes its ids and commits.
     */
    public void copyMoves(List<Move> moves) {
        AdvisoryLock.MOVES.take(client);
        CopyText copy = new CopyText(moves.size() * 120);
        for (Move move : moves) {
            copy.value(move.shipmentId())
                    .value(move.tenantId())
                    .value(move.from().name())
                    .value(move.to().name())
                    .value(name(move.reason()))
                    .value(move.place())
                    .value(move.occurredAt())
                    .value(move.recordedAt())
                    .endRow();
        }
        copyIn("""
                copy tracking.move
                    (shipment_id, tenant_id, from_status, to_status, reason, place, occurred_at, recorded_at) from stdin
                """, copy);
    }

    void park(List<ParkedScan> parked, Instant receivedAt) {
        if (parked.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                """
                insert into tracking.parked_scan
                    (caller_tenant, carrier, tracking_number, occurred_at, received_at, status, reason, place, text, event_id,
                     hash, why)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (carrier, tracking_number, hash, caller_tenant) do update set why = excluded.why
                """,
                parked.stream()
                        .sorted(ONE_ORDER)
                        .map(p -> new Object[] {
                            p.scan().callerTenant(),
                            p.scan().carrier().value(),
                            p.scan().trackingNumber().value(),
                            Sql.at(p.scan().occurredAt()),
                            Sql.at(receivedAt),
                            p.scan().status().name(),
                            name(p.scan().reason()),
                            p.scan().place(),
                            p.scan().text(),
                            p.scan().eventId(),
                            p.scan().hash(),
                            p.why().name()
                        })
                        .toList());
    }

    private void copyIn(String sql, CopyText rows) {
        if (!rows.isEmpty()) {
            onConnection(connection -> rows.into(connection, sql));
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private <T> T onConnection(ConnectionCallback<T> work) {
        return Objects.requireNonNull(jdbc.execute(work));
    }
}
