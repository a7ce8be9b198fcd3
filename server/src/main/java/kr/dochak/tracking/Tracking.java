package kr.dochak.tracking;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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

    private final ShipmentRepository shipments;
    private final ShipmentViews views;
    private final ScanIntake intake;
    private final ApplicationEventPublisher facts;

    Tracking(ShipmentRepository shipments, ShipmentViews views, ScanIntake intake, ApplicationEventPublisher facts) {
        this.shipments = shipments;
        this.views = views;
        this.intake = intake;
        this.facts = facts;
    }

    /**
     * Makes shipments known. One that is known already stays as it is, except that orders it was not known to carry are
     * added (ORD-3: a parcel is consolidated until it leaves). Scans parked for them are applied right after. Answers in
     * the order given. A number that has been silent for three months is a new parcel's when other orders come with it:
     * carriers give numbers out again (TRK-1).
     */
    @Transactional
    public List<RegisterAnswer> register(List<RegisterShipment> wanted) {
        List<Optional<Inserted>> answers = shipments.insert(wanted);
        List<Inserted> inserted = answers.stream().flatMap(Optional::stream).toList();
        List<RegisteredShipment> fresh =
                inserted.stream().filter(Inserted::isNew).map(Inserted::fact).toList();
        if (!fresh.isEmpty()) {
            shipments.carry(fresh);
            shipments.unpark(fresh);
        }
        List<RegisteredShipment> joined = shipments.join(inserted.stream()
                .filter(each -> !each.isNew())
                .map(Inserted::fact)
                .toList());
        if (!fresh.isEmpty() || !joined.isEmpty()) {
            facts.publishEvent(new ShipmentsRegistered(
                    Stream.concat(fresh.stream(), joined.stream()).toList()));
        }
        return answers.stream()
                .map(answer -> answer.<RegisterAnswer>map(each ->
                                new RegisterAnswer.Registered(each.fact().shipmentId()))
                        .orElseGet(RegisterAnswer.Taken::new))
                .toList();
    }

    /**
     * Takes scans in. The future completes once all of them are committed, or with a log in front
     * ({@code dochak.tracking.source=kafka}) once all of them are in it; it fails when they could not be taken. Sending the
     * same scans again is always safe.
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

    /** The shipments of these orders, by order. */
    public Map<OrderId, List<ShipmentView>> ofOrders(Collection<OrderId> orderIds) {
        return views.ofOrders(orderIds);
    }

    /** The scans of one shipment, newest first. */
    public List<ScanView> scansOf(ShipmentId shipmentId) {
        return views.scansOf(shipmentId);
    }

    /** A mall's shipment by its number, the newest that had it; other malls' shipments do not exist for it. */
    public Optional<ShipmentView> find(MallId tenantId, String carrier, String trackingNumber) {
        return views.find(tenantId, carrier, trackingNumber);
    }

    /** A mall's shipments with exactly this tracking number, whatever the carrier; the newest first. */
    public List<ShipmentView> byNumber(MallId tenantId, String trackingNumber) {
        return views.byNumber(tenantId, trackingNumber);
    }
}
