package kr.dochak.fulfillment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.orders.Orders;
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
    record OrderPart(@Nullable String orderNo, @Nullable List<Integer> lines) {}

    /** The shipment's id, or what is wrong with the request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String trackingNumber,
            @Nullable Long shipmentId,
            String outcome,
            @Nullable List<FieldError> errors) {}

    private final Orders orders;
    private final Tracking tracking;
    private final InstantSource clock;

    Handover(Orders orders, Tracking tracking, InstantSource clock) {
        this.orders = orders;
        this.tracking = tracking;
        this.clock = clock;
    }

    List<Answer> register(long tenantId, List<@Nullable Request> requests) {
        Map<String, Long> orderIds = orders.idsOf(tenantId, orderNos(requests));
        List<Answer> answers = new ArrayList<>();
        List<RegisterShipment> good = new ArrayList<>();
        for (Request request : requests) {
            List<FieldError> errors = check(request, orderIds);
            if (request == null || !errors.isEmpty()) {
                answers.add(new Answer(number(request), null, "rejected", errors));
            } else {
                good.add(shipment(tenantId, request, orderIds));
                answers.add(new Answer(number(request), 0L, "registered", null));
            }
        }
        return withIds(answers, good.isEmpty() ? List.of() : tracking.register(good));
    }

    private static List<Answer> withIds(List<Answer> answers, List<Long> ids) {
        var id = ids.iterator();
        return answers.stream()
                .map(a -> a.shipmentId() == null ? a : new Answer(a.trackingNumber(), id.next(), a.outcome(), null))
                .toList();
    }

    private static List<String> orderNos(List<@Nullable Request> requests) {
        List<String> numbers = new ArrayList<>();
        for (Request request : requests) {
            for (OrderPart part : parts(request)) {
                if (part != null && part.orderNo() != null) {
                    numbers.add(part.orderNo());
                }
            }
        }
        return numbers;
    }

    private static List<FieldError> check(@Nullable Request request, Map<String, Long> orderIds) {
        List<FieldError> errors = new ArrayList<>();
        if (request == null) {
            return List.of(new FieldError("", "missing", "빈 배송이에요."));
        }
        if (request.carrier() == null || !request.carrier().matches("[a-z0-9][a-z0-9._-]{1,39}")) {
            errors.add(new FieldError("carrier", "unknown", "택배사 아이디를 확인해 주세요. 예: kr.cjlogistics"));
        }
        if (!number(request).matches("[A-Za-z0-9]{5,40}")) {
            errors.add(new FieldError("trackingNumber", "shape", "운송장 번호를 확인해 주세요. 숫자와 영문 5자에서 40자까지예요."));
        }
        if (parts(request).isEmpty()) {
            errors.add(new FieldError("orders", "missing", "이 배송에 담긴 주문번호를 보내 주세요."));
        }
        for (OrderPart part : parts(request)) {
            if (part == null || part.orderNo() == null || !orderIds.containsKey(part.orderNo())) {
                errors.add(new FieldError("orders.orderNo", "unknown", "이 주문번호의 주문이 없어요. 주문을 먼저 보내 주세요."));
            }
        }
        return errors;
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
                        part.lines() == null ? List.of() : part.lines()));
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
