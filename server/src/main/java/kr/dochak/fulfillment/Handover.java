package kr.dochak.fulfillment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kr.dochak.fulfillment.HandoverOutcome.Refused;
import kr.dochak.fulfillment.HandoverOutcome.Registered;
import kr.dochak.fulfillment.HandoverOutcome.Rejected;
import kr.dochak.fulfillment.HandoverRequest.OrderPart;
import kr.dochak.fulfillment.HandoverRules.Checked;
import kr.dochak.orders.Orders;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Moments;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.tracking.RegisterAnswer;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands parcels over to carriers (FUL-4): checks what the mall says and makes the shipments known to tracking. */
@Component
class Handover {

    private final Orders orders;
    private final Tracking tracking;
    private final InstantSource clock;

    Handover(Orders orders, Tracking tracking, InstantSource clock) {
        this.orders = orders;
        this.tracking = tracking;
        this.clock = clock;
    }

    /** One outcome for each request, in order; one that cannot be registered keeps no other back. */
    List<HandoverOutcome> register(MallId tenantId, List<? extends @Nullable HandoverRequest> requests) {
        NamedOrders known = NamedOrders.of(tenantId, orderNos(requests), orders, tracking);
        Instant now = clock.instant();
        NamedOrders shared = known.with(requests.stream()
                .filter(request -> request != null && request.namesLines())
                .map(request -> HandoverRules.check(tenantId, request, known, now))
                .toList());
        List<Checked> checked = requests.stream()
                .map(request -> HandoverRules.check(tenantId, request, shared, now))
                .toList();
        Map<Key, RegisterAnswer> answers = register(checked);
        return checked.stream().map(each -> outcome(each, answers)).toList();
    }

    /** A file has a line for each order in a parcel: the same number twice is one shipment with the orders of both. */
    private Map<Key, RegisterAnswer> register(List<Checked> checked) {
        Map<Key, RegisterShipment> wanted = new LinkedHashMap<>();
        for (Checked each : checked) {
            if (each instanceof Checked.Good(RegisterShipment shipment, List<FieldError> warnings)) {
                wanted.merge(Key.of(shipment), shipment, Handover::together);
            }
        }
        Map<Key, RegisterAnswer> answers = new HashMap<>();
        if (!wanted.isEmpty()) {
            List<RegisterShipment> shipments = List.copyOf(wanted.values());
            List<RegisterAnswer> registered = tracking.register(shipments);
            for (int i = 0; i < shipments.size(); i++) {
                answers.put(Key.of(shipments.get(i)), registered.get(i));
            }
        }
        return answers;
    }

    private static HandoverOutcome outcome(Checked checked, Map<Key, RegisterAnswer> answers) {
        return switch (checked) {
            case Checked.Bad bad -> new Rejected(bad.trackingNumber(), bad.errors());
            case Checked.Conflict conflict -> new Refused(conflict.trackingNumber(), conflict.why());
            case Checked.Good good -> {
                TrackingNumber number = good.shipment().trackingNumber();
                yield switch (Objects.requireNonNull(answers.get(Key.of(good.shipment())))) {
                    case RegisterAnswer.Registered known -> new Registered(number, known.shipmentId(), good.warnings());
                    case RegisterAnswer.Left left -> new Refused(number, left(number));
                };
            }
        };
    }

    private static FieldError left(TrackingNumber number) {
        return new FieldError("trackingNumber", "parcel-left", "fulfillment.problem.left", number.value());
    }

    private static RegisterShipment together(RegisterShipment one, RegisterShipment other) {
        Map<OrderId, CarriedOrder> carried = new LinkedHashMap<>();
        Stream.concat(one.orders().stream(), other.orders().stream())
                .forEach(order -> carried.merge(order.orderId(), order, HandoverParts::together));
        return new RegisterShipment(
                one.tenantId(),
                one.carrier(),
                one.trackingNumber(),
                List.copyOf(carried.values()),
                Moments.earlier(one.registeredAt(), other.registeredAt()),
                Moments.later(one.placed(), other.placed()));
    }

    private record Key(CarrierId carrier, TrackingNumber trackingNumber) {

        static Key of(RegisterShipment shipment) {
            return new Key(shipment.carrier(), shipment.trackingNumber());
        }
    }

    private static List<String> orderNos(List<? extends @Nullable HandoverRequest> requests) {
        List<String> numbers = new ArrayList<>();
        for (HandoverRequest request : requests) {
            for (OrderPart part : request == null ? List.<@Nullable OrderPart>of() : request.parts()) {
                if (part != null && part.orderNo() != null && part.orderNo().indexOf('\0') < 0) {
                    numbers.add(part.orderNo());
                }
            }
        }
        return numbers;
    }
}
