package kr.dochak.tracking.corrections;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.live.LiveTopics;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentTopic;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.DeliveryCorrected;
import kr.dochak.tracking.corrections.CorrectionRepository.Standing;
import kr.dochak.tracking.scans.ReplayFold;
import kr.dochak.tracking.scans.ScanRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deliveries that were none (TRK-8): the carrier's scan stays as it came, and the parcel stands where its other scans left it.
 * The same delivery reported again is not believed, a later one is.
 */
@Component
public class Corrections {

    public static final int LONGEST_REASON = 500;

    /** By another route the same delivery is reported to the minute. */
    private static final Duration SAME_DELIVERY = Duration.ofMinutes(1);

    private final CorrectionRepository repository;
    private final ScanRepository moves;
    private final Tracking tracking;
    private final ApplicationEventPublisher facts;
    private final LiveTopics live;
    private final InstantSource clock;

    Corrections(
            CorrectionRepository repository,
            ScanRepository moves,
            Tracking tracking,
            ApplicationEventPublisher facts,
            LiveTopics live,
            InstantSource clock) {
        this.repository = repository;
        this.moves = moves;
        this.tracking = tracking;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /** A parcel of this mall, to be looked at before it is corrected. */
    public Optional<ShipmentView> find(MallId tenantId, ShipmentId shipmentId) {
        return tracking.view(shipmentId).filter(view -> view.state().tenantId().equals(tenantId));
    }

    /** All corrections of these parcels, the newest first. */
    public Map<ShipmentId, List<FalseDelivery>> of(Collection<ShipmentId> shipmentIds) {
        return repository.of(shipmentIds);
    }

    /** The delivery of this parcel was none: its promise holds again, and its customers are told. */
    @Transactional
    public CorrectionOutcome correct(MallId tenantId, ShipmentId shipmentId, long staffId, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return new CorrectionOutcome.BadReason(LONGEST_REASON);
        }
        Optional<Standing> found = repository.lock(tenantId, shipmentId);
        if (found.isEmpty()) {
            return new CorrectionOutcome.Unknown();
        }
        Standing before = found.get();
        if (before.status() != ShipmentStatus.DELIVERED) {
            return new CorrectionOutcome.NotDelivered();
        }
        Instant now = clock.instant();
        List<Scan> scans = repository.scans(shipmentId);
        Instant until = lastDelivery(scans, before).plus(SAME_DELIVERY);
        repository.record(before, why, staffId, now);
        stand(before, scans, until, now);
        return new CorrectionOutcome.Done();
    }

    /** The delivery counts again, as its carrier reported it. */
    @Transactional
    public CorrectionOutcome undo(MallId tenantId, ShipmentId shipmentId, long staffId) {
        Optional<Standing> found = repository.lock(tenantId, shipmentId);
        if (found.isEmpty()) {
            return new CorrectionOutcome.Unknown();
        }
        Instant now = clock.instant();
        if (!repository.undo(shipmentId, staffId, now)) {
            return new CorrectionOutcome.NothingToUndo();
        }
        stand(found.get(), repository.scans(shipmentId), null, now);
        return new CorrectionOutcome.Done();
    }

    /** Where the parcel is by all of its scans but the deliveries that are not believed. */
    private void stand(Standing before, List<Scan> scans, @Nullable Instant notDeliveredUntil, Instant now) {
        ReplayFold.Stand after = ReplayFold.stand(before.registeredAt(), notDeliveredUntil, scans);
        repository.write(before, after, notDeliveredUntil);
        if (after.status() != before.status() || after.reason() != before.reason()) {
            moves.copyMoves(List.of(new Move(
                    0,
                    before.shipmentId(),
                    before.tenantId(),
                    before.status(),
                    after.status(),
                    after.reason(),
                    after.place(),
                    now,
                    now)));
        }
        facts.publishEvent(new DeliveryCorrected(
                tracking.view(before.shipmentId()).orElseThrow().registered(), notDeliveredUntil != null, now));
        live.touch(ShipmentTopic.of(before.shipmentId()));
        live.touch(LiveTopics.BOARD);
    }

    private static Instant lastDelivery(List<Scan> scans, Standing before) {
        return scans.stream()
                .filter(scan -> scan.status() == ShipmentStatus.DELIVERED)
                .map(Scan::occurredAt)
                .max(Instant::compareTo)
                .orElse(before.statusAt());
    }
}
