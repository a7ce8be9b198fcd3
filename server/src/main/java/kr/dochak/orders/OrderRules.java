package kr.dochak.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.dochak.identity.PersonalData;
import kr.dochak.identity.Recipient;
import kr.dochak.orders.OrderFact.MallPromise;
import kr.dochak.shared.Area;
import kr.dochak.shared.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What an order must be before it is taken in. Every field that cannot be used is named, with what to do;
 * text is text, whatever it contains, and is escaped where it is shown.
 */
final class OrderRules {

    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    /** Older ones are a broken clock or an empty cell that became 1900; a mall's history is younger. */
    private static final Duration OLDEST = Duration.ofDays(3_660);
    /** How far a mall's promise may be from the order. */
    private static final Duration FARTHEST_PROMISE = Duration.ofDays(730);

    private static final int MOST_LINES = 200;

    private final List<FieldError> errors = new ArrayList<>();
    private final Instant now;

    private OrderRules(Instant now) {
        this.now = now;
    }

    /** Either a draft, or the errors; never both. */
    sealed interface Checked {
        record Good(OrderDraft draft) implements Checked {}

        record Bad(String orderNo, List<FieldError> errors) implements Checked {}
    }

    static Checked check(@Nullable OrderRequest request, Instant now) {
        if (request == null) {
            return new Checked.Bad("", List.of(new FieldError("", "missing", "orders.problem.empty")));
        }
        OrderRules rules = new OrderRules(now);
        OrderDraft draft = rules.draft(request);
        return rules.errors.isEmpty()
                ? new Checked.Good(draft)
                : new Checked.Bad(request.orderNo() == null ? "" : request.orderNo(), List.copyOf(rules.errors));
    }

    private OrderDraft draft(OrderRequest r) {
        Instant orderedAt = moment("orderedAt", r.orderedAt());
        Instant confirmedAt = r.paidAt() == null ? orderedAt : moment("paidAt", r.paidAt());
        List<OrderLine> lines = lines(r.items());
        return new OrderDraft(
                text("orderNo", r.orderNo(), 60),
                orderedAt,
                confirmedAt,
                customer(r.customer()),
                recipient(r.recipient()),
                request(r.recipient() == null ? null : r.recipient().request()),
                lines,
                amounts(r, lines),
                optional(
                        "payment.method",
                        r.payment() == null ? null : r.payment().method(),
                        40),
                origin(r.shipFrom()),
                destination(r.recipient()),
                r.shipFrom() == null
                        ? null
                        : orNull("shipFrom.centre", r.shipFrom().centre(), 60),
                orNull("carrier", r.carrier(), 40),
                promised(r.promise(), orderedAt));
    }

    private PersonalData customer(OrderRequest.@Nullable Customer customer) {
        if (customer == null) {
            error("customer", "missing", "orders.problem.customer");
            return new PersonalData("", "", null, null, "ko");
        }
        String locale = customer.locale() == null ? "ko" : customer.locale().toLowerCase(Locale.ROOT);
        return new PersonalData(
                text("customer.id", customer.id(), 100),
                text("customer.name", customer.name(), 100),
                phone("customer.phone", customer.phone()),
                email(customer.email()),
                locale.startsWith("en") ? "en" : "ko");
    }

    private Recipient recipient(OrderRequest.@Nullable To to) {
        if (to == null) {
            error("recipient", "missing", "orders.problem.recipient");
            return new Recipient("", null, null, "", "");
        }
        return new Recipient(
                text("recipient.name", to.name(), 100),
                phone("recipient.phone", to.phone()),
                orNull("recipient.postcode", to.postcode(), 20),
                text("recipient.address1", to.address1(), 300),
                optional("recipient.address2", to.address2(), 300));
    }

    private DeliveryRequest request(OrderRequest.@Nullable Request request) {
        String place = request == null || request.place() == null ? "DOOR" : request.place();
        String note = optional("recipient.request.note", request == null ? null : request.note(), 200);
        for (DeliveryRequest.Place known : DeliveryRequest.Place.values()) {
            if (known.name().equals(place)) {
                return new DeliveryRequest(known, note, null);
            }
        }
        error("recipient.request.place", "unknown", "shared.problem.one-of", "DOOR, SECURITY, LOCKER, HAND");
        return new DeliveryRequest(DeliveryRequest.Place.DOOR, note, null);
    }

    private List<OrderLine> lines(@Nullable List<OrderRequest.@Nullable Item> items) {
        if (items == null || items.isEmpty() || items.size() > MOST_LINES) {
            error("items", "count", "orders.problem.items", MOST_LINES);
            return List.of();
        }
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            lines.add(line("items[" + i + "].", i, items.get(i)));
        }
        if (lines.stream().map(OrderLine::line).distinct().count() < lines.size()) {
            error("items", "line-twice", "orders.problem.line-twice");
        }
        return lines;
    }

    private OrderLine line(String at, int index, OrderRequest.@Nullable Item item) {
        if (item == null) {
            error(at, "missing", "orders.problem.item-empty");
            return new OrderLine(index + 1, "", "", 1, 0, null);
        }
        int quantity = item.quantity() == null ? 0 : item.quantity();
        if (quantity < 1 || quantity > 9_999) {
            error(at + "quantity", "range", "orders.problem.quantity");
        }
        int number = item.line() == null ? index + 1 : item.line();
        if (number < 1 || number > 9_999) {
            error(at + "line", "range", "orders.problem.line");
        }
        return new OrderLine(
                number,
                optional(at + "sku", item.sku(), 100),
                text(at + "name", item.name(), 200),
                quantity,
                won(at + "unitPrice", item.unitPrice()),
                orNull(at + "imageUrl", item.imageUrl(), 1_000));
    }

    private OrderAmounts amounts(OrderRequest r, List<OrderLine> lines) {
        long ofLines =
                lines.stream().mapToLong(l -> l.unitPrice() * l.quantity()).sum();
        OrderRequest.Amounts given =
                r.amounts() == null ? new OrderRequest.Amounts(null, null, null, null) : r.amounts();
        long items = given.items() == null ? ofLines : won("amounts.items", given.items());
        long shipping = given.shipping() == null ? 0 : won("amounts.shipping", given.shipping());
        long discount = given.discount() == null ? 0 : won("amounts.discount", given.discount());
        long total =
                given.total() == null ? Math.max(0, items + shipping - discount) : won("amounts.total", given.total());
        if (errors.isEmpty() && total != items + shipping - discount) {
            error("amounts.total", "sum", "orders.problem.total");
        }
        return new OrderAmounts(items, shipping, discount, total, discounts(r.discounts()));
    }

    private List<OrderAmounts.Discount> discounts(@Nullable List<OrderRequest.@Nullable Discount> discounts) {
        List<OrderAmounts.Discount> checked = new ArrayList<>();
        if (discounts != null && discounts.size() > MOST_LINES) {
            error("discounts", "count", "orders.problem.discounts", MOST_LINES);
            return checked;
        }
        for (OrderRequest.Discount each : discounts == null ? List.<OrderRequest.Discount>of() : discounts) {
            if (each != null) {
                checked.add(new OrderAmounts.Discount(
                        optional("discounts.reason", each.reason(), 100), won("discounts.amount", each.amount())));
            }
        }
        return checked;
    }

    private String origin(OrderRequest.@Nullable ShipFrom from) {
        return from == null || from.area() == null ? Area.UNKNOWN : text("shipFrom.area", from.area(), 20);
    }

    private String destination(OrderRequest.@Nullable To to) {
        if (to == null) {
            return Area.UNKNOWN;
        }
        if (to.area() != null && !to.area().isBlank()) {
            return text("recipient.area", to.area(), 20);
        }
        if (to.postcode() == null) {
            error("recipient.postcode", "missing", "shared.problem.postcode-missing");
            return Area.UNKNOWN;
        }
        return Area.ofPostcode(to.postcode()).orElseGet(() -> {
            error("recipient.postcode", "unknown", "shared.problem.postcode-unknown");
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
            error("promise.to", "range", "orders.problem.promise-far");
            return null;
        }
        if (to.isBefore(from) || to.isBefore(orderedAt)) {
            error("promise.to", "before", "orders.problem.promise-before");
            return null;
        }
        return new MallPromise(from, to, Boolean.TRUE.equals(promise.timed()));
    }

    private static boolean isFar(Instant promised, Instant orderedAt) {
        return Duration.between(orderedAt, promised).abs().compareTo(FARTHEST_PROMISE) > 0;
    }

    private Instant moment(String field, @Nullable OffsetDateTime time) {
        if (time == null) {
            error(field, "missing", "shared.problem.moment");
            return now;
        }
        if (time.toInstant().isAfter(now.plus(CLOCKS_DIFFER))) {
            error(field, "future", "orders.problem.future");
        }
        if (time.toInstant().isBefore(now.minus(OLDEST))) {
            error(field, "too-old", "orders.problem.too-old");
            return now;
        }
        return time.toInstant();
    }

    private long won(String field, @Nullable Long amount) {
        if (amount == null) {
            error(field, "missing", "orders.problem.won-missing");
            return 0;
        }
        if (amount < 0 || amount > 10_000_000_000L) {
            error(field, "range", "orders.problem.won");
            return 0;
        }
        return amount;
    }

    private @Nullable String phone(String field, @Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            return null;
        }
        String digits = phone.strip().replace("+82", "0").replaceAll("[\\s()\\-.]", "");
        if (!digits.matches("[0-9*]{8,13}")) {
            error(field, "phone", "orders.problem.phone");
        }
        return phone.strip();
    }

    private @Nullable String email(@Nullable String email) {
        if (email == null || email.isBlank()) {
            return null;
        }
        if (email.length() > 254 || !email.strip().matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
            error("customer.email", "email", "orders.problem.email");
        }
        return email.strip();
    }

    private String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            error(field, "missing", "orders.problem.blank");
            return "";
        }
        return optional(field, text, longest);
    }

    private String optional(String field, @Nullable String text, int longest) {
        String clean = text == null ? "" : text.strip();
        if (clean.length() > longest) {
            error(field, "too-long", "shared.problem.too-long", longest);
        }
        if (clean.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\t')) {
            error(field, "control-character", "orders.problem.control-character");
        }
        if (clean.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            error(field, "encoding", "orders.problem.encoding");
        }
        return clean;
    }

    private @Nullable String orNull(String field, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : optional(field, text, longest);
    }

    private void error(String field, String code, String key, Object... args) {
        errors.add(new FieldError(field, code, key, args));
    }
}
