package kr.dochak.fulfillment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Moments;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.NumberCheck;
import kr.dochak.tracking.carriers.NumberRules;
import org.jspecify.annotations.Nullable;

/** What a shipment must be before it is handed over; every field that cannot be used is named. Pure. */
final class HandoverRules {

    private static final Duration OLDEST = Duration.ofDays(400);

    private HandoverRules() {}

    /** A shipment, or what is wrong with the request, or why it cannot be as things stand. */
    sealed interface Checked {
        /** @param warnings what is odd about it and does not keep it back */
        record Good(RegisterShipment shipment, List<FieldError> warnings) implements Checked {}

        record Bad(TrackingNumber trackingNumber, List<FieldError> errors) implements Checked {}

        record Conflict(TrackingNumber trackingNumber, FieldError why) implements Checked {}
    }

    /** @param known the mall's orders among those that are named */
    static Checked check(MallId tenantId, @Nullable HandoverRequest request, NamedOrders known, Instant now) {
        if (request == null) {
            return new Checked.Bad(
                    TrackingNumber.of(null), List.of(new FieldError("", "missing", "fulfillment.problem.empty")));
        }
        TrackingNumber number = TrackingNumber.of(request.trackingNumber());
        List<FieldError> errors = new ArrayList<>();
        List<FieldError> warnings = new ArrayList<>();
        Optional<CarrierId> carrier = carrier(request, errors);
        number(number, carrier, errors, warnings);
        HandoverParts parts = new HandoverParts(known, carrier.orElse(null), number);
        List<CarriedOrder> carried = parts.of(request.parts());
        rest(request, now, errors);
        errors.addAll(parts.errors());
        if (!errors.isEmpty()) {
            return new Checked.Bad(number, List.copyOf(errors));
        }
        return parts.conflicts().isEmpty()
                ? new Checked.Good(
                        shipment(
                                tenantId,
                                request,
                                carrier.orElseThrow(),
                                number,
                                carried,
                                known.lastPlaced(carried),
                                now),
                        List.copyOf(warnings))
                : new Checked.Conflict(number, parts.conflicts().getFirst());
    }

    private static Optional<CarrierId> carrier(HandoverRequest request, List<FieldError> errors) {
        if (request.carrier() == null || request.carrier().isBlank()) {
            errors.add(new FieldError("carrier", "unknown", "shared.problem.carrier"));
            return Optional.empty();
        }
        Optional<CarrierId> known = Carrier.written(request.carrier()).map(Carrier::carrierId);
        if (known.isEmpty()) {
            errors.add(new FieldError("carrier", "unknown", "shared.problem.carrier-unknown", cut(request.carrier())));
        }
        return known;
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }

    /** A number that no carrier prints, or not this one; a check digit nobody could verify only warns (korea.md 4.2). */
    private static void number(
            TrackingNumber number, Optional<CarrierId> carrier, List<FieldError> errors, List<FieldError> warnings) {
        if (!number.isPossible()) {
            errors.add(new FieldError("trackingNumber", "shape", "shared.problem.tracking-number"));
            return;
        }
        carrier.ifPresent(known -> {
            switch (NumberRules.check(known, number)) {
                case NumberCheck.Fits fits -> {}
                case NumberCheck.Unusual unusual ->
                    warnings.add(new FieldError("trackingNumber", "check-digit", "fulfillment.problem.unusual-digit"));
                case NumberCheck.Wrong wrong -> errors.add(wrong(known, wrong));
            }
        });
    }

    private static FieldError wrong(CarrierId carrier, NumberCheck.Wrong wrong) {
        String likely = wrong.likely().stream().map(Carrier::nameOf).collect(Collectors.joining(", "));
        return wrong.what().equals("SHAPE")
                ? new FieldError(
                        "trackingNumber", "shape", "fulfillment.problem.number-shape", Carrier.nameOf(carrier), likely)
                : new FieldError(
                        "trackingNumber",
                        "check-digit",
                        "fulfillment.problem.check-digit",
                        Carrier.nameOf(carrier),
                        likely);
    }

    private static void rest(HandoverRequest request, Instant now, List<FieldError> errors) {
        if (request.parts().isEmpty()) {
            errors.add(new FieldError("orders", "missing", "fulfillment.problem.orders"));
        }
        if (request.registeredAt() != null && request.registeredAt().toInstant().isBefore(now.minus(OLDEST))) {
            errors.add(new FieldError("registeredAt", "too-old", "shared.problem.too-old"));
        }
    }

    /** A time that has not come yet is a clock that is fast: it counts as now. */
    private static RegisterShipment shipment(
            MallId tenantId,
            HandoverRequest request,
            CarrierId carrier,
            TrackingNumber number,
            List<CarriedOrder> carried,
            Instant placed,
            Instant now) {
        Instant at =
                request.registeredAt() == null ? now : request.registeredAt().toInstant();
        return new RegisterShipment(
                tenantId, carrier, number, carried, at.isAfter(now) ? now : at, Moments.earlier(placed, now));
    }
}
