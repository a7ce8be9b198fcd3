package kr.dochak.fulfillment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kr.dochak.orders.Orders;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands parcels over to carriers (FUL-4): checks what the mall says and makes the shipments known to tracking. */
@Component
class Handover {

    /** A shipment as the API takes it. */
    record Request(
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable List<@Nullable OrderPart> orders,
            @Nullable OffsetDateTime registeredAt) {}

    /** Which order, and which of its lines; no lines means all. */
    record OrderPart(@Nullable String orderNo, @Nullable List<@Nullable Integer> lines) {}

    /** The shipment's id, or what is wrong with the request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String trackingNumber,
            @Nullable Long shipmentId,
            String outcome,
            @Nullable List<FieldError> errors) {}

    private static final Duration OLDEST = Duration.ofDays(400);

    private final Orders orders;
    private final Tracking tracking;
    private final InstantSource clock;

    Handover(Orders orders, Tracking tracking, InstantSource clock) {
        this.orders = orders;
        this.tracking = tracking;
        this.clock = clock;
    }

    /** One answer for each request, in order; one that cannot be registered keeps no other back. */
    List<Answer> register(long tenantId, List<? extends @Nullable Request> requests) {
        Map<String, Long> orderIds = orders.idsOf(tenantId, orderNos(requests));
        List<List<FieldError>> errors = new ArrayList<>();
        Map<Key, RegisterShipment> wanted = new LinkedHashMap<>();
        for (Request request : requests) {
            List<FieldError> wrong = check(request, orderIds);
            errors.add(wrong);
            if (request != null && wrong.isEmpty()) {
                wanted.merge(Key.of(request), shipment(tenantId, request, orderIds), Handover::together);
            }
        }
        Map<Key, Registered> registered = new HashMap<>();
        register(List.copyOf(wanted.values()), registered);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            answers.add(answer(requests.get(i), errors.get(i), registered));
        }
        return answers;
    }

    private static Answer answer(@Nullable Request request, List<FieldError> errors, Map<Key, Registered> registered) {
        if (request == null || !errors.isEmpty()) {
            return new Answer(number(request), null, "rejected", errors);
        }
        return switch (Objects.requireNonNull(registered.get(Key.of(request)))) {
            case Registered.Yes yes -> new Answer(number(request), yes.shipmentId(), "registered", null);
            case Registered.No no ->
                new Answer(
                        number(request),
                        null,
                        "rejected",
                        List.of(new FieldError(
                                "trackingNumber", no.why().code(), no.why().detail())));
        };
    }

    /** All at once; when one of them is refused, in halves until it stands alone. */
    private void register(List<RegisterShipment> wanted, Map<Key, Registered> registered) {
        if (wanted.isEmpty()) {
            return;
        }
        try {
            List<Long> ids = tracking.register(wanted);
            for (int i = 0; i < ids.size(); i++) {
                registered.put(Key.of(wanted.get(i)), new Registered.Yes(ids.get(i)));
            }
        } catch (Problem refused) {
            if (wanted.size() == 1) {
                registered.put(Key.of(wanted.getFirst()), new Registered.No(refused));
                return;
            }
            register(wanted.subList(0, wanted.size() / 2), registered);
            register(wanted.subList(wanted.size() / 2, wanted.size()), registered);
        }
    }

    /** A file has a line for each order in a parcel: the same number twice is one shipment with the orders of both. */
    private static RegisterShipment together(RegisterShipment one, RegisterShipment other) {
        Map<Long, CarriedOrder> carried = new LinkedHashMap<>();
        Stream.concat(one.orders().stream(), other.orders().stream())
                .forEach(order -> carried.merge(order.orderId(), order, Handover::together));
        return new RegisterShipment(
                one.tenantId(),
                one.carrier(),
                one.trackingNumber(),
                List.copyOf(carried.values()),
                one.registeredAt().isBefore(other.registeredAt()) ? one.registeredAt() : other.registeredAt());
    }

    /** No lines means the whole order, which is more than any lines. */
    private static CarriedOrder together(CarriedOrder one, CarriedOrder other) {
        if (one.lines().isEmpty() || other.lines().isEmpty()) {
            return new CarriedOrder(one.orderId(), List.of());
        }
        return new CarriedOrder(
                one.orderId(),
                Stream.concat(one.lines().stream(), other.lines().stream())
                        .distinct()
                        .toList());
    }

    private record Key(String carrier, String trackingNumber) {

        static Key of(Request request) {
            return new Key(String.valueOf(request.carrier()), number(request));
        }

        static Key of(RegisterShipment shipment) {
            return new Key(shipment.carrier(), shipment.trackingNumber());
        }
    }

    private sealed interface Registered {
        record Yes(long shipmentId) implements Registered {}

        record No(Problem why) implements Registered {}
    }

    private static List<String> orderNos(List<? extends @Nullable Request> requests) {
        List<String> numbers = new ArrayList<>();
        for (Request request : requests) {
            for (OrderPart part : parts(request)) {
                if (part != null && part.orderNo() != null && part.orderNo().indexOf('\0') < 0) {
                    numbers.add(part.orderNo());
                }
            }
        }
        return numbers;
    }

    private List<FieldError> check(@Nullable Request request, Map<String, Long> orderIds) {
        List<FieldError> errors = new ArrayList<>();
        if (request == null) {
            return List.of(new FieldError("", "missing", "fulfillment.problem.empty"));
        }
        if (request.carrier() == null || !request.carrier().matches("[a-z0-9][a-z0-9._-]{1,39}")) {
            errors.add(new FieldError("carrier", "unknown", "shared.problem.carrier"));
        }
        if (!number(request).matches("[A-Za-z0-9]{5,40}")) {
            errors.add(new FieldError("trackingNumber", "shape", "shared.problem.tracking-number"));
        }
        if (parts(request).isEmpty()) {
            errors.add(new FieldError("orders", "missing", "fulfillment.problem.orders"));
        }
        for (OrderPart part : parts(request)) {
            if (part == null || part.orderNo() == null || !orderIds.containsKey(part.orderNo())) {
                errors.add(new FieldError("orders.orderNo", "unknown", "fulfillment.problem.no-order"));
            }
            if (part != null && part.lines() != null && part.lines().stream().anyMatch(Handover::isNoLine)) {
                errors.add(new FieldError("orders.lines", "range", "fulfillment.problem.lines"));
            }
        }
        if (request.registeredAt() != null
                && request.registeredAt().toInstant().isBefore(clock.instant().minus(OLDEST))) {
            errors.add(new FieldError("registeredAt", "too-old", "shared.problem.too-old"));
        }
        return errors;
    }

    private static boolean isNoLine(@Nullable Integer line) {
        return line == null || line < 1 || line > 9_999;
    }

    private RegisterShipment shipment(long tenantId, Request request, Map<String, Long> orderIds) {
        Instant now = clock.instant();
        Instant at =
                request.registeredAt() == null ? now : request.registeredAt().toInstant();
        List<CarriedOrder> carried = new ArrayList<>();
        for (OrderPart part : parts(request)) {
            if (part != null) {
                carried.add(new CarriedOrder(
                        Objects.requireNonNull(orderIds.get(part.orderNo())),
                        part.lines() == null
                                ? List.of()
                                : part.lines().stream()
                                        .<Integer>map(Objects::requireNonNull)
                                        .toList()));
            }
        }
        return new RegisterShipment(
                tenantId,
                Objects.requireNonNull(request.carrier()),
                number(request),
                carried,
                at.isAfter(now) ? now : at);
    }

    private static List<@Nullable OrderPart> parts(@Nullable Request request) {
        return request == null || request.orders() == null ? List.of() : request.orders();
    }

    private static String number(@Nullable Request request) {
        String raw = request == null || request.trackingNumber() == null ? "" : request.trackingNumber();
        return Normalizer.normalize(raw, Normalizer.Form.NFKC).replaceAll("[\\s\\-]", "");
    }
}
