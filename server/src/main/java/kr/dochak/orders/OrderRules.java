package kr.dochak.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.identity.vault.PhoneNumber;
import kr.dochak.identity.vault.Recipient;
import kr.dochak.orders.OrderFact.MallPromise;
import kr.dochak.shared.Area;
import kr.dochak.shared.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What an order must be before it is taken in. Every field that cannot be used is named, with what to do;
 * text is text, whatever it contains, and is escaped where it is shown.
 */
final class OrderRules {

    /** How far a mall's promise may be from the order. */
    private static final Duration FARTHEST_PROMISE = Duration.ofDays(730);

    private final OrderFields fields;
    private final OrderGoods goods;

    private OrderRules(Instant now) {
        this.fields = new OrderFields(now);
        this.goods = new OrderGoods(fields);
    }

    /** Either a draft, or the errors; never both. */
    sealed interface Checked {
        record Good(OrderDraft draft, List<FieldError> warnings) implements Checked {}

        record Bad(String orderNo, List<FieldError> errors) implements Checked {}
    }

    static Checked check(@Nullable OrderRequest request, Instant now) {
        if (request == null) {
            return new Checked.Bad("", List.of(new FieldError("", "missing", "orders.problem.empty")));
        }
        OrderRules rules = new OrderRules(now);
        OrderDraft draft = rules.draft(request);
        return rules.fields.errors().isEmpty()
                ? new Checked.Good(draft, rules.fields.warnings())
                : new Checked.Bad(request.orderNo() == null ? "" : request.orderNo(), rules.fields.errors());
    }

    private OrderDraft draft(OrderRequest r) {
        Instant orderedAt = fields.moment("orderedAt", r.orderedAt());
        Instant confirmedAt = r.paidAt() == null ? orderedAt : fields.moment("paidAt", r.paidAt());
        OrderStatus status = status(r.status());
        if (status == OrderStatus.UNPAID && r.paidAt() != null) {
            fields.error("paidAt", "unpaid", "orders.problem.unpaid-paid");
        }
        List<OrderLine> lines = goods.lines(r.items());
        return new OrderDraft(
                orderNo(r.orderNo()),
                orderedAt,
                confirmedAt,
                customer(r.customer()),
                recipient(r.recipient()),
                request(r.recipient() == null ? null : r.recipient().request()),
                lines,
                goods.amounts(r, lines),
                fields.optional(
                        "payment.method",
                        r.payment() == null ? null : r.payment().method(),
                        40),
                origin(r.shipFrom()),
                destination(r.recipient()),
                r.shipFrom() == null
                        ? null
                        : fields.orNull("shipFrom.centre", r.shipFrom().centre(), 60),
                fields.carrier("carrier", r.carrier()),
                promised(r.promise(), orderedAt),
                status,
                r.paidAt() == null ? null : confirmedAt);
    }

    /** What nothing is said of is paid: so it was before orders had a status. */
    private OrderStatus status(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return OrderStatus.PAID;
        }
        for (OrderStatus known : OrderStatus.values()) {
            if (known.name().equals(given.strip())) {
                return known;
            }
        }
        fields.error("status", "unknown", "shared.problem.one-of", "UNPAID, PAID, CANCELLED");
        return OrderStatus.UNPAID;
    }

    /** A number that is nothing but dots cannot stand in an address. */
    private String orderNo(@Nullable String given) {
        String number = fields.code("orderNo", given, 60);
        if (!number.isEmpty() && number.chars().allMatch(c -> c == '.')) {
            fields.error("orderNo", "shape", "orders.problem.order-no");
        }
        return number;
    }

    private PersonalData customer(OrderRequest.@Nullable Customer customer) {
        if (customer == null) {
            fields.error("customer", "missing", "orders.problem.customer");
            return new PersonalData("", "", null, null, "ko");
        }
        String locale = customer.locale() == null ? "ko" : customer.locale().toLowerCase(Locale.ROOT);
        String id = fields.code("customer.id", customer.id(), 100);
        if (id.contains("**")) {
            fields.error("customer.id", "masked", "orders.problem.masked");
        }
        PersonalData person = new PersonalData(
                id,
                fields.text("customer.name", customer.name(), 100),
                fields.phone("customer.phone", customer.phone()),
                fields.email(customer.email()),
                locale.startsWith("en") ? "en" : "ko");
        if (!isReachable(person)) {
            fields.warn("customer", IntakeResult.UNREACHABLE, "orders.problem.unreachable");
        }
        return person;
    }

    /** Messages reach a Korean mobile phone or a mail address, and nothing else. */
    private static boolean isReachable(PersonalData person) {
        return person.email() != null
                || PhoneNumber.parse(person.phone()).filter(PhoneNumber::mobile).isPresent();
    }

    private Recipient recipient(OrderRequest.@Nullable To to) {
        if (to == null) {
            fields.error("recipient", "missing", "orders.problem.recipient");
            return new Recipient("", null, null, "", "");
        }
        return new Recipient(
                fields.text("recipient.name", to.name(), 100),
                fields.phone("recipient.phone", to.phone()),
                fields.orNull("recipient.postcode", to.postcode(), 20),
                fields.text("recipient.address1", to.address1(), 300),
                fields.optional("recipient.address2", to.address2(), 300));
    }

    private DeliveryRequest request(OrderRequest.@Nullable Request request) {
        String place = request == null || request.place() == null ? "DOOR" : request.place();
        String note = fields.optional("recipient.request.note", request == null ? null : request.note(), 200);
        for (DeliveryRequest.Place known : DeliveryRequest.Place.values()) {
            if (known.name().equals(place)) {
                return new DeliveryRequest(known, note, null);
            }
        }
        fields.error("recipient.request.place", "unknown", "shared.problem.one-of", "DOOR, SECURITY, LOCKER, HAND");
        return new DeliveryRequest(DeliveryRequest.Place.DOOR, note, null);
    }

    private String origin(OrderRequest.@Nullable ShipFrom from) {
        return from == null || from.area() == null ? Area.UNKNOWN : fields.text("shipFrom.area", from.area(), 20);
    }

    private String destination(OrderRequest.@Nullable To to) {
        if (to == null) {
            return Area.UNKNOWN;
        }
        if (to.area() != null && !to.area().isBlank()) {
            return fields.text("recipient.area", to.area(), 20);
        }
        if (to.postcode() == null) {
            fields.error("recipient.postcode", "missing", "shared.problem.postcode-missing");
            return Area.UNKNOWN;
        }
        return Area.ofPostcode(to.postcode()).orElseGet(() -> {
            fields.error("recipient.postcode", "unknown", "shared.problem.postcode-unknown");
            return Area.UNKNOWN;
        });
    }

    private @Nullable MallPromise promised(OrderRequest.@Nullable Promised promise, Instant orderedAt) {
        if (promise == null || promise.to() == null) {
            return null;
        }
        Instant to = promise.to().toInstant();
        Instant from = promise.from() == null ? orderedAt : promise.from().toInstant();
        if (isFar(from, orderedAt) || isFar(to, orderedAt)) {
            fields.error("promise.to", "range", "orders.problem.promise-far");
            return null;
        }
        if (to.isBefore(from) || to.isBefore(orderedAt)) {
            fields.error("promise.to", "before", "orders.problem.promise-before");
            return null;
        }
        return new MallPromise(from, to, Boolean.TRUE.equals(promise.timed()));
    }

    private static boolean isFar(Instant promised, Instant orderedAt) {
        return Duration.between(orderedAt, promised).abs().compareTo(FARTHEST_PROMISE) > 0;
    }
}
