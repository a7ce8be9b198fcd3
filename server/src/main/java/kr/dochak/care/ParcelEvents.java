package kr.dochak.care;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import org.springframework.stereotype.Component;

/** What moves of parcels mean for tasks and cases, apart from losses. */
@Component
class ParcelEvents {

    private final Tracking tracking;
    private final Orders orders;
    private final TaskOpening opening;
    private final TaskEvents tasks;
    private final EventAnswers answers;

    ParcelEvents(Tracking tracking, Orders orders, TaskOpening opening, TaskEvents tasks, EventAnswers answers) {
        this.tracking = tracking;
        this.orders = orders;
        this.opening = opening;
        this.tasks = tasks;
        this.answers = answers;
    }

    /** In the transaction that reads the moves. */
    void moved(List<Move> moves, Instant now) {
        Map<ShipmentId, List<OrderId>> carried = carried(moves);
        tasks.moved(moves, carried, now);
        List<Move> returning =
                moves.stream().filter(ParcelEvents::beginsToReturn).toList();
        Map<OrderId, OrderSummary> known = returning.isEmpty() ? Map.of() : orders.summaries(all(carried));
        for (Move move : returning) {
            for (OrderId order : carried.getOrDefault(move.shipmentId(), List.of())) {
                OrderSummary summary = known.get(order);
                if (summary != null && summary.stands() && !summary.orderedAt().isAfter(move.occurredAt())) {
                    opening.returning(move, summary, now);
                }
            }
        }
        List<OrderId> came = moves.stream()
                .filter(move -> move.to() == ShipmentStatus.DELIVERED)
                .flatMap(move -> carried.getOrDefault(move.shipmentId(), List.of()).stream())
                .distinct()
                .toList();
        answers.delivered(came);
        eraseNotes(orders.withNotes(came));
    }

    /** What may open a door is needed until the last parcel of the order has come. */
    private void eraseNotes(List<OrderId> withNotes) {
        if (withNotes.isEmpty()) {
            return;
        }
        Map<OrderId, List<ShipmentView>> parcels = tracking.ofOrders(withNotes);
        orders.eraseNotes(withNotes.stream()
                .filter(order -> parcels.getOrDefault(order, List.of()).stream()
                        .map(parcel -> parcel.state().status())
                        .allMatch(status -> status == ShipmentStatus.DELIVERED || status == ShipmentStatus.CANCELLED))
                .toList());
    }

    private static boolean beginsToReturn(Move move) {
        return move.to() == ShipmentStatus.RETURNING
                || move.to() == ShipmentStatus.RETURNED && move.from() != ShipmentStatus.RETURNING;
    }

    private Map<ShipmentId, List<OrderId>> carried(List<Move> moves) {
        List<ShipmentId> parcels = moves.stream()
                .filter(move -> switch (move.to()) {
                    case OUT_FOR_DELIVERY, DELIVERED, RETURNING, RETURNED -> true;
                    default -> false;
                })
                .map(Move::shipmentId)
                .distinct()
                .toList();
        return parcels.isEmpty()
                ? Map.of()
                : tracking.ordersOf(parcels).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                each -> each.getValue().stream()
                                        .map(CarriedOrder::orderId)
                                        .distinct()
                                        .toList()));
    }

    private static List<OrderId> all(Map<ShipmentId, List<OrderId>> carried) {
        return carried.values().stream().flatMap(Collection::stream).distinct().toList();
    }
}
