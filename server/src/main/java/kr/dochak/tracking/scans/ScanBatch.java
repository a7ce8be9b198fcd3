package kr.dochak.tracking.scans;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.live.LiveTopics;
import kr.dochak.shared.Moments;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.LogIntake;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanParticipant;
import kr.dochak.tracking.ScanReceipt;
import kr.dochak.tracking.ShipmentKey;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies a batch of scans in ONE transaction: read the shipments by key, fold in Java, COPY the scans, let the participants
 * take note of what may change something for them, one UPDATE of the shipments, COPY the moves, commit. Either all of it is
 * there or nothing.
 *
 * <p>Rows are read without a lock. When somebody else (a timer, a customer, another process) has changed one meanwhile,
 * which its version shows, all of it is done again from what is there now, three times at most.
 */
@Component
class ScanBatch implements LogIntake {

    /** Numbers are used again: a scan older than this before the registration belongs to an earlier parcel (TRK-1). */
    private static final Duration OLDEST_BEFORE_REGISTRATION = Duration.ofDays(3);

    private static final RetryTemplate AGAIN = new RetryTemplate(RetryPolicy.builder()
            .includes(ConcurrencyFailureException.class)
            .maxRetries(2)
            .delay(Duration.ZERO)
            .build());

    private final ScanRepository repository;
    private final ScanPartitions partitions;
    private final List<ScanParticipant> participants;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final LiveTopics live;

    ScanBatch(
            ScanRepository repository,
            ScanPartitions partitions,
            List<ScanParticipant> participants,
            TransactionTemplate transaction,
            InstantSource clock,
            LiveTopics live) {
        this.repository = repository;
        this.partitions = partitions;
        this.participants = participants;
        this.transaction = transaction;
        this.clock = clock;
        this.live = live;
    }

    /** One receipt for each request, in order. */
    List<ScanReceipt> apply(List<List<Scan>> requests) {
        Instant now = clock.instant();
        partitions.cover(now);
        List<ShipmentKey> keys = keysOf(requests);
        return AGAIN.invoke(() -> transaction.execute(status -> applyInTransaction(requests, keys, now)));
    }

    @Override
    public boolean apply(List<Scan> scans, Mark mark) {
        Instant now = clock.instant();
        partitions.cover(now);
        List<List<Scan>> request = List.of(scans);
        List<ShipmentKey> keys = keysOf(request);
        return Boolean.TRUE.equals(AGAIN.invoke(() -> transaction.execute(status -> {
            boolean moved = mark.move();
            if (!moved) {
                status.setRollbackOnly();
            } else if (!scans.isEmpty()) {
                applyInTransaction(request, keys, now);
            }
            return moved;
        })));
    }

    private List<ScanReceipt> applyInTransaction(List<List<Scan>> requests, List<ShipmentKey> keys, Instant now) {
        Map<ShipmentKey, Folded> before = repository.read(keys);
        Work work = new Work(before, now);
        List<ScanReceipt> receipts = requests.stream().map(work::take).toList();
        repository.copyScans(work.scans, now);
        repository.park(List.copyOf(work.parked.values()), now);
        tell(work);
        repository.update(work.changed.values());
        live.touchAll(work.changed.keySet(), id -> ShipmentTopic.of(new ShipmentId(id)));
        if (!work.moves.isEmpty()) {
            repository.copyMoves(work.moves);
            live.touch(LiveTopics.BOARD);
        }
        return receipts;
    }

    /** Scans that change nothing but a place go only to participants that want each of them. */
    private void tell(Work work) {
        List<ShipmentState> news = work.news();
        if (news.isEmpty()) {
            return;
        }
        List<Map<ShipmentId, Instant>> calm =
                participants.stream().map(participant -> participant.take(news)).toList();
        for (ShipmentState each : news) {
            work.changed.computeIfPresent(
                    each.shipmentId().value(), (id, shipment) -> shipment.calmUntil(earliest(calm, each.shipmentId())));
        }
    }

    private static @Nullable Instant earliest(List<Map<ShipmentId, Instant>> calm, ShipmentId shipmentId) {
        Instant earliest = null;
        for (Map<ShipmentId, Instant> one : calm) {
            Instant until = one.get(shipmentId);
            if (until == null) {
                return null;
            }
            earliest = earliest == null ? until : Moments.earlier(until, earliest);
        }
        return earliest;
    }

    private static List<ShipmentKey> keysOf(List<List<Scan>> requests) {
        return requests.stream()
                .flatMap(List::stream)
                .map(ShipmentKey::of)
                .distinct()
                .toList();
    }

    /** The batch while it is folded. */
    private static final class Work {

        private record ParkedKey(ShipmentKey shipment, long hash, long callerTenant) {}

        private final Map<ShipmentKey, Folded> shipments;
        private final Instant now;
        private final List<ScanRow> scans = new ArrayList<>();
        /** By what distinguishes rows: a scan that comes twice at once is one row, and two would fail the whole batch. */
        private final Map<ParkedKey, ParkedScan> parked = new LinkedHashMap<>();

        private final List<Move> moves = new ArrayList<>();
        private final Map<Long, Folded> changed = new LinkedHashMap<>();
        private final Set<Long> moved = new HashSet<>();

        private Work(Map<ShipmentKey, Folded> shipments, Instant now) {
            this.shipments = shipments;
            this.now = now;
        }

        private ScanReceipt take(List<Scan> request) {
            ScanReceipt receipt = new ScanReceipt(0, 0, 0);
            for (Scan scan : request) {
                receipt = receipt.plus(take(scan));
            }
            return receipt;
        }

        private ScanReceipt take(Scan scan) {
            ShipmentKey key = ShipmentKey.of(scan);
            Folded state = shipments.get(key);
            if (state == null
                    || (scan.callerTenant() != 0
                            && scan.callerTenant() != state.tenantId().value())) {
                return park(scan, ParkedScan.Why.UNKNOWN_SHIPMENT);
            }
            if (scan.occurredAt().isBefore(state.registeredAt().minus(OLDEST_BEFORE_REGISTRATION))) {
                return park(scan, ParkedScan.Why.BEFORE_REGISTRATION);
            }
            return switch (ShipmentFold.fold(state, scan)) {
                case ShipmentFold.Result.Duplicate seen -> new ScanReceipt(0, 1, 0);
                case ShipmentFold.Result.Noted noted -> keep(key, scan, noted.state());
                case ShipmentFold.Result.Moved moved -> {
                    moves.add(move(moved.state(), moved.from()));
                    this.moved.add(state.id());
                    yield keep(key, scan, moved.state());
                }
            };
        }

        private List<ShipmentState> news() {
            return changed.values().stream()
                    .filter(shipment -> moved.contains(shipment.id()) || !shipment.isCalm(now))
                    .map(Folded::state)
                    .toList();
        }

        private ScanReceipt keep(ShipmentKey key, Scan scan, Folded next) {
            shipments.put(key, next);
            changed.put(next.id(), next);
            scans.add(new ScanRow(new ShipmentId(next.id()), scan));
            return new ScanReceipt(1, 0, 0);
        }

        private ScanReceipt park(Scan scan, ParkedScan.Why why) {
            parked.put(
                    new ParkedKey(ShipmentKey.of(scan), scan.hash(), scan.callerTenant()), new ParkedScan(scan, why));
            return new ScanReceipt(0, 0, 1);
        }

        private Move move(Folded next, ShipmentStatus from) {
            return new Move(
                    0,
                    new ShipmentId(next.id()),
                    next.tenantId(),
                    from,
                    next.status(),
                    next.reason(),
                    next.place(),
                    next.statusAt(),
                    now);
        }
    }
}
