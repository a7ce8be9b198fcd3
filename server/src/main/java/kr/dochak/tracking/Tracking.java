package kr.dochak.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ShipmentRepository.Inserted;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;
import kr.dochak.tracking.TrackingFact.ShipmentsRegistered;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shipments and their scans: the one bean of this module that others call. */
@Component
public class Tracking {

    private static final Duration RETURNS_LOOKED_AT = Duration.ofDays(60);

    private final ShipmentRepository shipments;
    private final ShipmentViews views;
    private final ScanIntake intake;
    private final SharedNumberNotes shared;
    private final ApplicationEventPublisher facts;

    Tracking(
            ShipmentRepository shipments,
            ShipmentViews views,
            ScanIntake intake,
            SharedNumberNotes shared,
            ApplicationEventPublisher facts) {
        this.shipments = shipments;
        this.views = views;
        this.intake = intake;
        this.shared = shared;
        this.facts = facts;
    }

    /**
     * Makes shipments known, and applies scans parked for them; answers in the order given. One that is known already stays
     * as it is, except that orders it was not known to carry are added until it leaves (ORD-3).
     *
     * <p>A number that has been silent for three months is a new parcel's when other orders come with it: carriers give
     * numbers out again (TRK-1). A number is each mall's own: another mall may have it at the same time, and both are told.
     */
    @Transactional
    public List<RegisterAnswer> register(List<RegisterShipment> wanted) {
        List<Inserted> inserted = shipments.insert(wanted);
        List<RegisteredShipment> fresh =
                inserted.stream().filter(Inserted::isNew).map(Inserted::fact).toList();
        if (!fresh.isEmpty()) {
            shipments.carry(fresh);
            shipments.unpark(fresh);
            shared.note(fresh);
        }
        List<RegisteredShipment> known = inserted.stream()
                .filter(each -> !each.isNew())
                .map(Inserted::fact)
                .toList();
        Set<ShipmentId> left = shipments.closedTo(known);
        List<RegisteredShipment> joined = shipments.join(
                known.stream().filter(each -> !left.contains(each.shipmentId())).toList());
        if (!fresh.isEmpty() || !joined.isEmpty()) {
            facts.publishEvent(new ShipmentsRegistered(
                    Stream.concat(fresh.stream(), joined.stream()).toList()));
        }
        return inserted.stream()
                .map(each -> answer(each.fact().shipmentId(), left))
                .toList();
    }

    private static RegisterAnswer answer(ShipmentId shipmentId, Set<ShipmentId> left) {
        return left.contains(shipmentId) ? new RegisterAnswer.Left() : new RegisterAnswer.Registered(shipmentId);
    }

    /** Parcels that were registered with a whole order carry these lines of it, and none that it gets later. */
    public void nameLines(OrderId orderId, Collection<Integer> lines) {
        shipments.nameLines(orderId, lines);
    }

    /**
     * Takes scans in; sending the same again is always safe. The future completes once all of them are committed, or
     * with a log in front ({@code dochak.tracking.source=kafka}) once all of them are in it; it fails when they could
     * not be taken.
     */
    public CompletableFuture<ScanReceipt> submit(List<Scan> scans) {
        return intake.submit(scans);
    }

    /** From now on {@link ScanParticipant}s get every scan of these shipments again; inside a transaction. */
    public void tellNext(Collection<ShipmentId> shipmentIds) {
        shipments.tellNext(shipmentIds);
    }

    /** The moves after this one, oldest first: a feed for readers that record the last id they dealt with. */
    public List<Move> moves(long afterId, int limit) {
        return views.moves(afterId, limit);
    }

    /** All moves of one shipment, oldest first. */
    public List<Move> movesOf(ShipmentId shipmentId) {
        return views.movesOf(shipmentId);
    }

    /** Which orders these shipments carry. */
    public Map<ShipmentId, List<CarriedOrder>> ordersOf(Collection<ShipmentId> shipmentIds) {
        return views.ordersOf(shipmentIds);
    }

    /** Where these shipments are; unknown ids are missing. */
    public Map<ShipmentId, ShipmentState> states(Collection<ShipmentId> shipmentIds) {
        return views.states(shipmentIds);
    }

    /** These shipments with what they carry; unknown ids are missing. */
    public Map<ShipmentId, ShipmentView> views(Collection<ShipmentId> shipmentIds) {
        return views.byIds(shipmentIds);
    }

    /** A mall's shipments of which no scan was taken, while a delivery older than their orders waits for their number. */
    public List<ShipmentView> olderThanTheirOrders(MallId tenantId, Instant registeredSince, int most) {
        return views.olderThanTheirOrders(tenantId, registeredSince, most);
    }

    /** The shipments of these orders, by order. */
    public Map<OrderId, List<ShipmentView>> ofOrders(Collection<OrderId> orderIds) {
        return views.ofOrders(orderIds);
    }

    /** Since when a carrier that sends its scans by itself has sent none, while that lasts (TRK-5). */
    public Optional<Instant> silentSince(CarrierId carrier) {
        return views.silentSince(carrier);
    }

    /** One shipment, whosever it is. */
    public Optional<ShipmentView> view(ShipmentId shipmentId) {
        return views.view(shipmentId);
    }

    /** The scans of one shipment, newest first. */
    public List<ScanView> scansOf(ShipmentId shipmentId) {
        return views.scansOf(shipmentId);
    }

    /** When each of these shipments was scanned, oldest first; those never scanned are missing. */
    public Map<ShipmentId, List<Instant>> scanTimes(Collection<ShipmentId> shipmentIds) {
        return views.scanTimes(shipmentIds);
    }

    /** A mall's parcels that were sent back in the last two months and not scanned since then, the longest silent first. */
    public List<ShipmentView> quietReturns(MallId tenantId, Instant since, int most) {
        return views.quietReturns(tenantId, since.minus(RETURNS_LOOKED_AT), since, most);
    }

    /** A mall's shipment by its number, the newest that had it; other malls' shipments do not exist for it. */
    public Optional<ShipmentView> find(MallId tenantId, CarrierId carrier, TrackingNumber trackingNumber) {
        return views.find(tenantId, carrier, trackingNumber);
    }

    /** A mall's shipments with exactly this tracking number, whatever the carrier; the newest first. */
    public List<ShipmentView> byNumber(MallId tenantId, TrackingNumber trackingNumber) {
        return views.byNumber(tenantId, trackingNumber);
    }
}
