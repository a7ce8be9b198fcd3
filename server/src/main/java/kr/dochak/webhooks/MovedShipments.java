package kr.dochak.webhooks;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.webhooks.EventData.Part;
import kr.dochak.webhooks.EventData.ShipmentMoved;
import org.springframework.stereotype.Component;

/** Events of parcels that moved, with the numbers a mall knows them by. */
@Component
public class MovedShipments {

    private static final CarrierId NOBODY = new CarrierId("");

    private final Tracking tracking;
    private final Orders orders;

    MovedShipments(Tracking tracking, Orders orders) {
        this.tracking = tracking;
        this.orders = orders;
    }

    /** Events of the moves that an endpoint asked for. */
    List<NewEvent> events(List<Move> moves, Map<MallId, Set<EventType>> wanted) {
        List<Move> asked = moves.stream()
                .filter(move -> types(move).anyMatch(type -> wants(wanted, move, type)))
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        Context known = look(asked.stream().map(Move::shipmentId).distinct().toList());
        return asked.stream()
                .flatMap(move ->
                        types(move).filter(type -> wants(wanted, move, type)).map(type -> event(move, type, known)))
                .toList();
    }

    private static boolean wants(Map<MallId, Set<EventType>> wanted, Move move, EventType type) {
        return wanted.getOrDefault(move.tenantId(), Set.of()).contains(type);
    }

    /** A delivery is a change of status too: whoever hears of changes hears of all of them. */
    public static Stream<EventType> types(Move move) {
        return move.to() == ShipmentStatus.DELIVERED && move.from() != ShipmentStatus.DELIVERED
                ? Stream.of(EventType.SHIPMENT_STATUS_CHANGED, EventType.SHIPMENT_DELIVERED)
                : Stream.of(EventType.SHIPMENT_STATUS_CHANGED);
    }

    private record Context(
            Map<ShipmentId, List<CarriedOrder>> carried,
            Map<OrderId, OrderSummary> orders,
            Map<ShipmentId, ShipmentState> states,
            Map<ShipmentId, TrackingNumber> numbers) {}

    private Context look(Collection<ShipmentId> shipmentIds) {
        Map<ShipmentId, List<CarriedOrder>> carried = tracking.ordersOf(shipmentIds);
        List<OrderId> orderIds = carried.values().stream()
                .flatMap(List::stream)
                .map(CarriedOrder::orderId)
                .distinct()
                .toList();
        Map<ShipmentId, TrackingNumber> numbers = new HashMap<>();
        tracking.ofOrders(orderIds)
                .values()
                .forEach(views -> views.forEach(view -> numbers.put(view.shipmentId(), view.trackingNumber())));
        return new Context(carried, orders.summaries(orderIds), tracking.states(shipmentIds), numbers);
    }

    private static NewEvent event(Move move, EventType type, Context known) {
        ShipmentState state = known.states().get(move.shipmentId());
        List<Part> parts = known.carried().getOrDefault(move.shipmentId(), List.of()).stream()
                .map(part -> part(part, known.orders().get(part.orderId())))
                .filter(Objects::nonNull)
                .toList();
        ShipmentMoved data = new ShipmentMoved(
                state == null ? NOBODY : state.carrier(),
                known.numbers().get(move.shipmentId()),
                move.from().name(),
                move.to().name(),
                move.reason() == null ? null : move.reason().name(),
                move.place(),
                parts);
        return new NewEvent(move.tenantId(), type, "move/" + move.id(), move.occurredAt(), data);
    }

    private static @org.jspecify.annotations.Nullable Part part(
            CarriedOrder carried, @org.jspecify.annotations.Nullable OrderSummary order) {
        return order == null ? null : new Part(order.orderNo(), carried.lines());
    }
}
