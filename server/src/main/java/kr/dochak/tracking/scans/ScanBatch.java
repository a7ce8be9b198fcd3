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
        Map<ShipmentKey, List<Folded>> before = repository.read(keys);
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
        List<ShipmentState> changedStates = work.changedStates();
        if (changedStates.isEmpty()) {
            return;
        }
        List<Map<ShipmentId, Instant>> calm = participants.stream()
                .map(participant -> participant.take(changedStates))
                .toList();
        for (ShipmentState each : changedStates) {
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

    /** What becomes of a scan, the least first. */
    private enum Fate {
        UNKNOWN,
        TOO_OLD,
        SEEN_BEFORE,
        TAKEN;

        private Fate or(Fate other) {
            return other.ordinal() > ordinal() ? other : this;
        }
    }

    /** The batch while it is folded. */
    private static final class Work {

        private record ParkedKey(ShipmentKey shipment, long hash, long callerTenant) {}

        private final Map<ShipmentKey, List<Folded>> shipments;
        private final Instant now;
        private final List<ScanRow> scans = new ArrayList<>();
        /** By what distinguishes rows: a scan that comes twice at once is one row, and two would fail the whole batch. */
        private final Map<ParkedKey, ParkedScan> parked = new LinkedHashMap<>();

        private final List<Move> moves = new ArrayList<>();
        private final Map<Long, Folded> changed = new LinkedHashMap<>();
        private final Set<Long> moved = new HashSet<>();

        private Work(Map<ShipmentKey, List<Folded>> shipments, Instant now) {
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

        /** A scan counts once, however many malls have its number; it waits when it is news to none of them. */
        private ScanReceipt take(Scan scan) {
            List<Folded> owners = shipments.getOrDefault(ShipmentKey.of(scan), List.of());
            Fate fate = Fate.UNKNOWN;
            for (int i = 0; i < owners.size(); i++) {
                if (mayReport(scan, owners.get(i))) {
                    fate = fate.or(take(scan, owners, i));
                }
            }
            return switch (fate) {
                case TAKEN -> new ScanReceipt(1, 0, 0);
                case SEEN_BEFORE -> new ScanReceipt(0, 1, 0);
                case TOO_OLD -> park(scan, ParkedScan.Why.BEFORE_REGISTRATION);
                case UNKNOWN -> park(scan, ParkedScan.Why.UNKNOWN_SHIPMENT);
            };
        }

        /** A mall's key speaks of its own parcels, a carrier's of every mall's. */
        private static boolean mayReport(Scan scan, Folded owner) {
            return scan.callerTenant() == 0
                    || scan.callerTenant() == owner.tenantId().value();
        }

        private Fate take(Scan scan, List<Folded> owners, int owner) {
            Folded state = owners.get(owner);
            if (scan.occurredAt().isBefore(state.oldest())) {
                return Fate.TOO_OLD;
            }
            return switch (ShipmentFold.fold(state, scan)) {
                case ShipmentFold.Result.Duplicate seen -> Fate.SEEN_BEFORE;
                case ShipmentFold.Result.Noted noted -> keep(scan, owners, owner, noted.state());
                case ShipmentFold.Result.Moved moved -> {
                    moves.add(move(moved.state(), moved.from()));
                    this.moved.add(state.id());
                    yield keep(scan, owners, owner, moved.state());
                }
            };
        }

        private List<ShipmentState> changedStates() {
            return changed.values().stream()
                    .filter(shipment -> moved.contains(shipment.id()) || !shipment.isCalm(now))
                    .map(Folded::state)
                    .toList();
        }

        private Fate keep(Scan scan, List<Folded> owners, int owner, Folded next) {
            owners.set(owner, next);
            changed.put(next.id(), next);
            scans.add(new ScanRow(new ShipmentId(next.id()), scan));
            return Fate.TAKEN;
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
