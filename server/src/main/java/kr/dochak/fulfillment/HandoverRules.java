package kr.dochak.fulfillment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import kr.dochak.fulfillment.HandoverRequest.OrderPart;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;

/** What a shipment must be before it is handed over; every field that cannot be used is named. Pure. */
final class HandoverRules {

    private static final Duration OLDEST = Duration.ofDays(400);
    private static final Pattern CARRIER = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9]{5,40}");

    private HandoverRules() {}

    /** A shipment, or what is wrong with the request; never both. */
    sealed interface Checked {
        record Good(RegisterShipment shipment) implements Checked {}

        record Bad(String trackingNumber, List<FieldError> errors) implements Checked {}
    }

    /** @param orderIds the mall's orders among those that are named, by number */
    static Checked check(
            MallId tenantId, @Nullable HandoverRequest request, Map<String, OrderId> orderIds, Instant now) {
        if (request == null) {
            return new Checked.Bad("", List.of(new FieldError("", "missing", "fulfillment.problem.empty")));
        }
        String number = TrackingNumber.normal(request.trackingNumber());
        List<FieldError> errors = new ArrayList<>();
        if (request.carrier() == null || !CARRIER.matcher(request.carrier()).matches()) {
            errors.add(new FieldError("carrier", "unknown", "shared.problem.carrier"));
        }
        if (!NUMBER.matcher(number).matches()) {
            errors.add(new FieldError("trackingNumber", "shape", "shared.problem.tracking-number"));
        }
        orders(request, orderIds, errors);
        if (request.registeredAt() != null && request.registeredAt().toInstant().isBefore(now.minus(OLDEST))) {
            errors.add(new FieldError("registeredAt", "too-old", "shared.problem.too-old"));
        }
        return errors.isEmpty()
                ? new Checked.Good(shipment(tenantId, request, number, orderIds, now))
                : new Checked.Bad(number, List.copyOf(errors));
    }

    private static void orders(HandoverRequest request, Map<String, OrderId> orderIds, List<FieldError> errors) {
        if (request.parts().isEmpty()) {
            errors.add(new FieldError("orders", "missing", "fulfillment.problem.orders"));
        }
        for (OrderPart part : request.parts()) {
            if (part == null || part.orderNo() == null || !orderIds.containsKey(part.orderNo())) {
                errors.add(new FieldError("orders.orderNo", "unknown", "fulfillment.problem.no-order"));
            }
            if (part != null && part.lines() != null && part.lines().stream().anyMatch(HandoverRules::isNoLine)) {
                errors.add(new FieldError("orders.lines", "range", "fulfillment.problem.lines"));
            }
        }
    }

    private static boolean isNoLine(@Nullable Integer line) {
        return line == null || line < 1 || line > 9_999;
    }

    /** A time that has not come yet is a clock that is fast: it counts as now. */
    private static RegisterShipment shipment(
            MallId tenantId, HandoverRequest request, String number, Map<String, OrderId> orderIds, Instant now) {
        Instant at =
                request.registeredAt() == null ? now : request.registeredAt().toInstant();
        List<CarriedOrder> carried = new ArrayList<>();
        for (OrderPart part : request.parts()) {
            if (part != null) {
                carried.add(new CarriedOrder(Objects.requireNonNull(orderIds.get(part.orderNo())), lines(part)));
            }
        }
        return new RegisterShipment(
                tenantId, Objects.requireNonNull(request.carrier()), number, carried, at.isAfter(now) ? now : at);
    }

    private static List<Integer> lines(OrderPart part) {
        return part.lines() == null
                ? List.of()
                : part.lines().stream().<Integer>map(Objects::requireNonNull).toList();
    }
}
