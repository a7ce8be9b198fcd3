package kr.dochak.fulfillment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.dochak.fulfillment.HandoverRequest.OrderPart;
import kr.dochak.fulfillment.HandoverRequest.Pieces;
import kr.dochak.fulfillment.NamedOrders.HandedOrder;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.Uncarried;
import org.jspecify.annotations.Nullable;

/**
 * What a parcel carries of its orders (ORD-3): every line is one the order has, and a parcel that is said to carry an order
 * carries the lines it has now, none that is added later. Pure.
 */
final class HandoverParts {

    private final NamedOrders known;
    private final @Nullable CarrierId carrier;
    private final TrackingNumber number;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<FieldError> conflicts = new ArrayList<>();

    HandoverParts(NamedOrders known, @Nullable CarrierId carrier, TrackingNumber number) {
        this.known = known;
        this.carrier = carrier;
        this.number = number;
    }

    /** What is wrong with what was said. */
    List<FieldError> errors() {
        return errors;
    }

    /** Why orders as they stand cannot be handed over, however it is said. */
    List<FieldError> conflicts() {
        return conflicts;
    }

    /** What the parcel carries of each of these orders, as far as nothing is wrong; an order may be named twice. */
    List<CarriedOrder> of(List<@Nullable OrderPart> parts) {
        Map<OrderId, CarriedOrder> carried = new LinkedHashMap<>();
        parts.forEach(part -> of(part).ifPresent(each -> carried.merge(each.orderId(), each, HandoverParts::together)));
        return List.copyOf(carried.values());
    }

    /** All that either of them carries; of a line in both the pieces of both. */
    static CarriedOrder together(CarriedOrder one, CarriedOrder other) {
        Map<Integer, Integer> pieces = new TreeMap<>(pieces(one));
        pieces(other).forEach((line, count) -> pieces.merge(line, count, Integer::sum));
        return carried(one.orderId(), pieces);
    }

    /** What the parcel carries of this order; nothing where something is wrong. */
    private Optional<CarriedOrder> of(@Nullable OrderPart part) {
        Optional<HandedOrder> found = part == null ? Optional.empty() : known.find(part.orderNo());
        if (part == null || found.isEmpty()) {
            errors.add(new FieldError("orders.orderNo", "unknown", "fulfillment.problem.no-order"));
            return Optional.empty();
        }
        HandedOrder order = found.get();
        if (!order.isIn(carrier, number)) {
            conflicts.addAll(conflict(order));
        }
        Map<Integer, Integer> pieces = pieces(part, order.pieces());
        return Optional.of(carried(order.order().orderId(), pieces.isEmpty() ? rest(order) : pieces));
    }

    private static List<FieldError> conflict(HandedOrder known) {
        String orderNo = known.order().orderNo();
        return switch (known.order().status()) {
            case PAID -> List.of();
            case UNPAID ->
                List.of(new FieldError("orders.orderNo", "order-unpaid", "fulfillment.problem.unpaid", orderNo));
            case CANCELLED ->
                List.of(new FieldError("orders.orderNo", "order-cancelled", "fulfillment.problem.cancelled", orderNo));
        };
    }

    /** The pieces that were named, as far as the order has them. */
    private Map<Integer, Integer> pieces(OrderPart part, Map<Integer, Integer> ordered) {
        Map<Integer, Integer> pieces = new TreeMap<>();
        for (Integer line : part.lines() == null ? List.<@Nullable Integer>of() : part.lines()) {
            if (isLine("orders.lines", line, ordered)) {
                pieces.put(line, ordered.get(line));
            }
        }
        for (Pieces some : part.items() == null ? List.<@Nullable Pieces>of() : part.items()) {
            Integer line = some == null ? null : some.line();
            Integer quantity = some == null ? null : some.quantity();
            if (isLine("orders.items.line", line, ordered) && line != null) {
                int has = ordered.getOrDefault(line, 0);
                if (isQuantity(quantity, line, has) && quantity != null) {
                    pieces.merge(line, quantity, (one, more) -> Math.min(has, one + more));
                }
            }
        }
        return pieces;
    }

    private boolean isLine(String field, @Nullable Integer line, Map<Integer, Integer> ordered) {
        if (line != null && ordered.containsKey(line)) {
            return true;
        }
        String has = ordered.keySet().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        errors.add(new FieldError(field, "unknown", "fulfillment.problem.lines", String.valueOf(line), has));
        return false;
    }

    private boolean isQuantity(@Nullable Integer quantity, Integer line, int ordered) {
        if (quantity != null && quantity >= 1 && quantity <= ordered) {
            return true;
        }
        errors.add(new FieldError(
                "orders.items.quantity",
                "range",
                "fulfillment.problem.quantity",
                String.valueOf(line),
                String.valueOf(ordered)));
        return false;
    }

    /** All that no other parcel carries; of an order that is in parcels already, all of it once more. */
    private Map<Integer, Integer> rest(HandedOrder order) {
        Map<Integer, Integer> open = Uncarried.of(
                order.order().orderId(),
                order.pieces(),
                order.parcels().stream().filter(parcel -> !isThis(parcel)).toList());
        return open.isEmpty() ? order.pieces() : open;
    }

    private boolean isThis(ShipmentView parcel) {
        return parcel.trackingNumber().equals(number)
                && parcel.state().carrier().equals(carrier);
    }

    private static CarriedOrder carried(OrderId orderId, Map<Integer, Integer> pieces) {
        List<Integer> lines = List.copyOf(new TreeMap<>(pieces).keySet());
        return new CarriedOrder(orderId, lines, lines.stream().map(pieces::get).toList());
    }

    /** The pieces by line; every parcel that is handed over names them. */
    private static Map<Integer, Integer> pieces(CarriedOrder carried) {
        Map<Integer, Integer> pieces = new TreeMap<>();
        carried.lines().forEach(line -> pieces.put(line, carried.piecesOf(line, Integer.MAX_VALUE)));
        return pieces;
    }
}
