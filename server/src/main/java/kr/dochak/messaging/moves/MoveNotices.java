package kr.dochak.messaging.moves;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.messaging.KnownOrders;
import kr.dochak.messaging.KnownOrders.KnownOrder;
import kr.dochak.messaging.NewNotice;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.NoticeRepository;
import kr.dochak.messaging.NoticeRepository.ParcelOf;
import kr.dochak.messaging.Notices;
import kr.dochak.messaging.moves.MoveRepository.Waiting;
import kr.dochak.messaging.policy.MessagingPolicies;
import kr.dochak.messaging.policy.MessagingPolicies.Policies;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import org.springframework.stereotype.Component;

/** Makes notices of a batch of moves, in one statement for each kind of effect. */
@Component
public class MoveNotices {

    private final Tracking tracking;
    private final MoveRepository moves;
    private final KnownOrders orders;
    private final NoticeRepository repository;
    private final Notices notices;
    private final MessagingPolicies policies;

    MoveNotices(
            Tracking tracking,
            MoveRepository moves,
            KnownOrders orders,
            NoticeRepository repository,
            Notices notices,
            MessagingPolicies policies) {
        this.tracking = tracking;
        this.moves = moves;
        this.orders = orders;
        this.repository = repository;
        this.notices = notices;
        this.policies = policies;
    }

    /** What of a batch of moves is worth a notice, for each order in the parcels. */
    List<Waiting> worthTelling(List<Move> batch) {
        Collection<Move> worth = MovedParcels.worthTelling(batch);
        if (worth.isEmpty()) {
            return List.of();
        }
        Map<ShipmentId, List<CarriedOrder>> carried = tracking.ordersOf(
                worth.stream().map(Move::shipmentId).distinct().toList());
        return worth.stream()
                .flatMap(move -> carried.getOrDefault(move.shipmentId(), List.of()).stream()
                        .map(order -> new Waiting(order.orderId(), move)))
                .toList();
    }

    /** A parcel whose number was cancelled will not move: its notices that still wait are withdrawn. */
    public void withdrawCancelled(List<Move> batch) {
        List<ShipmentId> cancelled = batch.stream()
                .filter(move -> move.to() == ShipmentStatus.CANCELLED)
                .map(Move::shipmentId)
                .distinct()
                .toList();
        if (cancelled.isEmpty()) {
            return;
        }
        List<ParcelOf> parcels = new ArrayList<>();
        tracking.ordersOf(cancelled)
                .forEach((shipment, carried) ->
                        carried.forEach(order -> parcels.add(new ParcelOf(order.orderId(), shipment))));
        repository.withdraw(MovedParcels.OF_A_PARCEL_UNDER_WAY, parcels);
    }

    private Map<ShipmentId, CarrierId> carriers(List<Waiting> moved) {
        Set<ShipmentId> parcels =
                moved.stream().map(waiting -> waiting.move().shipmentId()).collect(Collectors.toSet());
        return tracking.states(parcels).values().stream()
                .collect(Collectors.toMap(ShipmentState::shipmentId, ShipmentState::carrier));
    }

    /** Makes notices of these moves; those of orders that this module does not know yet are parked, never dropped. */
    public void tell(List<Waiting> waitingMoves, Instant now) {
        if (waitingMoves.isEmpty()) {
            return;
        }
        Map<OrderId, KnownOrder> known = orders.known(
                waitingMoves.stream().map(Waiting::orderId).distinct().toList());
        moves.park(waitingMoves.stream()
                .filter(waiting -> !known.containsKey(waiting.orderId()))
                .toList());
        Policies all = policies.all();
        Map<ShipmentId, CarrierId> carriers = carriers(waitingMoves);
        List<NewNotice> notes = new ArrayList<>();
        Map<NoticeKind, List<ParcelOf>> parcels = new EnumMap<>(NoticeKind.class);
        for (Waiting waiting : waitingMoves) {
            KnownOrder order = known.get(waiting.orderId());
            if (order != null && !order.isPlacedAfter(waiting.move().occurredAt())) {
                NoticeKind kind = MovedParcels.stage(waiting.move()).orElseThrow();
                notes.add(MovedParcels.notice(
                        waiting.move(),
                        kind,
                        order,
                        carriers.get(waiting.move().shipmentId()),
                        all.of(order.tenantId()).delayHold(),
                        now));
                parcels.computeIfAbsent(kind, unused -> new ArrayList<>())
                        .add(new ParcelOf(order.orderId(), waiting.move().shipmentId()));
            }
        }
        parcels.forEach((kind, these) -> repository.withdraw(MovedParcels.supersededBy(kind), these));
        repository.correctArrivals(parcels.getOrDefault(NoticeKind.DELIVERY_CORRECTED, List.of()), now);
        notices.tell(notes);
    }
}
