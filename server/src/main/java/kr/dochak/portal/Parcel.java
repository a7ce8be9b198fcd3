package kr.dochak.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.orders.OrderLine;
import kr.dochak.orders.OrderStatus;
import kr.dochak.orders.OrderSummary;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseView;
import kr.dochak.shared.Seoul;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentView;
import org.jspecify.annotations.Nullable;

/** A part of an order that travels on its own, from what three modules know of it (ORD-3). */
public record Parcel(
        OrderSummary order,
        @Nullable PromiseView promise,
        @Nullable ShipmentView shipment) {

    /** What a customer must know of it before anything else. */
    public enum Condition {
        CANCELLED,
        UNPAID,
        DELIVERED,
        LOST,
        DAMAGED,
        RETURNING,
        RETURNED,
        PICKUP,
        HELD,
        ATTEMPTED,
        SILENT,
        DELAYED,
        ON_THE_WAY,
        PREPARING
    }

    public ShipmentStatus status() {
        return shipment == null ? ShipmentStatus.PENDING : shipment.state().status();
    }

    /** A cancelled order stays one, wherever its parcel is; a cancelled number only waits for another. */
    public Condition condition() {
        ScanReason reason = shipment == null ? null : shipment.state().reason();
        if (!order.stands()) {
            return order.status() == OrderStatus.UNPAID ? Condition.UNPAID : Condition.CANCELLED;
        }
        return switch (status()) {
            case DELIVERED -> Condition.DELIVERED;
            case CANCELLED -> Condition.PREPARING;
            case RETURNING -> Condition.RETURNING;
            case RETURNED -> Condition.RETURNED;
            case AVAILABLE_FOR_PICKUP -> Condition.PICKUP;
            case EXCEPTION -> exception(reason);
            case HELD -> held();
            case ATTEMPT_FAIL -> Condition.ATTEMPTED;
            default -> moving();
        };
    }

    private Condition exception(@Nullable ScanReason reason) {
        if (reason == ScanReason.LOST) {
            return Condition.LOST;
        }
        return reason == ScanReason.DAMAGED ? Condition.DAMAGED : moving();
    }

    /** What is late or lost is said before that it waits. */
    private Condition held() {
        Condition moving = moving();
        return moving == Condition.ON_THE_WAY ? Condition.HELD : moving;
    }

    private Condition moving() {
        PromiseView.DelayFound delay = promise == null ? null : promise.delay();
        if (delay != null && delay.cause() == DelayCause.LOST) {
            return Condition.LOST;
        }
        if (delay != null && delay.kind() == DelayKind.SILENT) {
            return Condition.SILENT;
        }
        if (delay != null) {
            return Condition.DELAYED;
        }
        return status() == ShipmentStatus.PENDING || status() == ShipmentStatus.INFO_RECEIVED
                ? Condition.PREPARING
                : Condition.ON_THE_WAY;
    }

    /** Whether something is still to come or to be done. */
    boolean open() {
        return switch (condition()) {
            case DELIVERED, CANCELLED, RETURNED -> false;
            default -> true;
        };
    }

    /** The later day the customer asked for, while the parcel would come before it. */
    @Nullable LocalDate wishedDay() {
        LocalDate day = order.request().day();
        boolean waits = day != null
                && promise != null
                && !day.isBefore(Seoul.dateOf(promise.window().p90()));
        boolean stillIn = condition() == Condition.PREPARING || condition() == Condition.ON_THE_WAY;
        return waits && stillIn && status() != ShipmentStatus.OUT_FOR_DELIVERY ? day : null;
    }

    /** When it came or is most likely to come; the order of lists. */
    public Instant arrival() {
        if (promise == null) {
            return order.confirmedAt().plusSeconds(2 * 86_400L);
        }
        LocalDate day = wishedDay();
        Instant came = promise.deliveredAt();
        return came != null ? came : day == null ? promise.window().p50() : Seoul.endOf(day);
    }

    /** The lines of the order it carries; none means all. */
    public List<Integer> lines() {
        return shipment == null
                ? List.of()
                : shipment.orders().stream()
                        .filter(carried -> carried.orderId().equals(order.orderId()))
                        .flatMap(carried -> carried.lines().stream())
                        .toList();
    }

    /** How many pieces of a line it carries, as far as it names its lines. */
    int piecesOf(OrderLine line) {
        return shipment == null
                ? 0
                : shipment.orders().stream()
                        .filter(carried -> carried.orderId().equals(order.orderId()))
                        .mapToInt(carried -> carried.piecesOf(line.line(), line.quantity()))
                        .sum();
    }

    /** Whether nothing comes of it any more, though its order stands: its lines were taken out, or its number cancelled. */
    boolean isWithdrawn() {
        boolean over = promise != null && promise.outcome() == Outcome.VOID;
        return order.stands()
                && over
                && switch (status()) {
                    case RETURNING, RETURNED, DELIVERED -> false;
                    default -> true;
                };
    }

    /** Whether the day and place can still be changed: it must not be with the driver yet. */
    public boolean changeable() {
        return order.stands()
                && switch (status()) {
                    case PENDING, INFO_RECEIVED, PICKED_UP, IN_TRANSIT -> condition() != Condition.LOST;
                    default -> false;
                };
    }

    public DeliveryRequest request() {
        return order.request();
    }

    /** How many of the six stages are done or under way. */
    public int reached() {
        return switch (status()) {
            case PENDING -> order.pickingAt() == null && order.packedAt() == null ? 1 : 2;
            case INFO_RECEIVED -> 2;
            case PICKED_UP -> 3;
            case IN_TRANSIT, HELD, EXCEPTION, RETURNING, RETURNED, CANCELLED -> 4;
            case OUT_FOR_DELIVERY, AVAILABLE_FOR_PICKUP, ATTEMPT_FAIL -> 5;
            case DELIVERED -> 6;
        };
    }
}
