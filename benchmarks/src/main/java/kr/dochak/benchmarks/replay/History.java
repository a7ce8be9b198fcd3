package kr.dochak.benchmarks.replay;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A shop's past, read from its files and joined; odd rows are counted by kind. */
final class History {

    private record Item(String product, String seller, long priceWon, long shippingWon) {}

    private record Payment(String method, long won) {}

    private final Mapping mapping;
    private final DateTimeFormatter times;
    private final Map<String, PastOrder.Buyer> buyers;
    private final Map<String, List<Item>> items;
    private final Map<String, List<Payment>> payments;
    private final Map<String, String> products;
    private final Map<String, String> sellers;
    private final List<PastOrder> orders = new ArrayList<>();
    private final Map<Oddity, Integer> oddities = new EnumMap<>(Oddity.class);

    private History(Path folder, Mapping mapping) {
        this.mapping = mapping;
        this.times = mapping.times();
        Mapping.Customers c = mapping.customers();
        this.buyers = Table.unique(
                folder.resolve(c.file()),
                c.id(),
                r -> new PastOrder.Buyer(
                        r.getField(c.person()), r.getField(c.postcode()), r.getField(c.city()), r.getField(c.area())));
        Mapping.Items i = mapping.items();
        this.items = Table.grouped(
                folder.resolve(i.file()),
                i.order(),
                r -> new Item(
                        r.getField(i.product()),
                        r.getField(i.seller()),
                        mapping.won(r.getField(i.price())),
                        mapping.won(r.getField(i.shipping()))));
        Mapping.Payments p = mapping.payments();
        this.payments = Table.grouped(
                folder.resolve(p.file()),
                p.order(),
                r -> new Payment(r.getField(p.method()), mapping.won(r.getField(p.amount()))));
        Mapping.Products g = mapping.products();
        this.products = Table.unique(folder.resolve(g.file()), g.id(), r -> r.getField(g.name()));
        Mapping.Sellers s = mapping.sellers();
        this.sellers = Table.unique(folder.resolve(s.file()), s.id(), r -> r.getField(s.area()));
        Set<String> seen = new HashSet<>();
        Table.each(folder.resolve(mapping.orders().file()), row -> take(row, seen));
        orders.sort(Comparator.comparing(PastOrder::orderedAt).thenComparing(PastOrder::orderNo));
    }

    /** Reads everything. Throws when a file or a column that the mapping names is missing. */
    static History read(Path folder, Mapping mapping) {
        return new History(folder, mapping);
    }

    /** By the time they were ordered; the first {@code limit}. */
    List<PastOrder> orders(int limit) {
        return orders.subList(0, Math.min(limit, orders.size()));
    }

    Map<Oddity, Integer> oddities() {
        return oddities;
    }

    private void take(NamedCsvRecord row, Set<String> seen) {
        Mapping.Orders columns = mapping.orders();
        String id = row.getField(columns.id());
        if (!seen.add(id)) {
            count(Oddity.DUPLICATE_ID);
            return;
        }
        Instant ordered = Objects.requireNonNull(time(row, columns.orderedAt()), "every order was ordered once");
        Instant approved = time(row, columns.approvedAt());
        Instant handedOver = time(row, columns.handedOverAt());
        Instant delivered = time(row, columns.deliveredAt());
        Instant promised =
                mapping.promiseEnd(Objects.requireNonNullElse(time(row, columns.promisedTo()), ordered.plusSeconds(1)));
        boolean cancelled = mapping.cancelled().contains(row.getField(columns.status()));
        Instant known = approved == null ? ordered : approved;
        List<Item> lines = items.getOrDefault(id, List.of());
        Payment paid = paid(id, lines);
        orders.add(new PastOrder(
                id,
                ordered,
                known,
                handedOver,
                delivered,
                cancelled ? latest(known, handedOver, delivered).plus(mapping.cancelledAfterLast()) : null,
                promised,
                buyer(row.getField(columns.customer())),
                lines.isEmpty() ? "?" : sellers.getOrDefault(lines.getFirst().seller(), "?"),
                lines(lines, paid),
                lines.stream().mapToLong(Item::shippingWon).sum(),
                paid.method()));
        countTimes(ordered, approved, handedOver, delivered, promised);
        countEnd(row.getField(columns.status()), handedOver, delivered, cancelled);
    }

    private @Nullable Instant time(NamedCsvRecord row, String column) {
        return mapping.time(row.getField(column), times);
    }

    private PastOrder.Buyer buyer(String customer) {
        PastOrder.Buyer known = buyers.get(customer);
        if (known == null) {
            count(Oddity.NO_CUSTOMER);
            return new PastOrder.Buyer(customer, "00000", "?", "?");
        }
        return known;
    }

    private Payment paid(String id, List<Item> lines) {
        List<Payment> parts = payments.getOrDefault(id, List.of());
        long won = parts.stream().mapToLong(Payment::won).sum();
        long due = lines.stream().mapToLong(i -> i.priceWon() + i.shippingWon()).sum();
        if (parts.isEmpty()) {
            count(Oddity.NO_PAYMENT);
        } else if (!lines.isEmpty() && Math.abs(won - due) > mapping.wonPerUnit() / 10) {
            count(Oddity.PAYMENT_DIFFERS);
        }
        return new Payment(parts.isEmpty() ? "unknown" : parts.getFirst().method(), won);
    }

    private List<PastOrder.Line> lines(List<Item> items, Payment paid) {
        if (items.isEmpty()) {
            count(Oddity.NO_ITEMS);
            return List.of(new PastOrder.Line("", "unknown", paid.won()));
        }
        if (items.stream().anyMatch(i -> i.priceWon() == 0)) {
            count(Oddity.ZERO_PRICE);
        }
        if (items.stream().map(Item::seller).distinct().count() > 1) {
            count(Oddity.SEVERAL_SELLERS);
        }
        return items.stream()
                .map(i -> new PastOrder.Line(i.product(), name(i.product()), i.priceWon()))
                .toList();
    }

    private String name(String product) {
        String name = products.getOrDefault(product, "");
        return name.isBlank() ? "unknown" : name;
    }

    private void countTimes(
            Instant ordered,
            @Nullable Instant approved,
            @Nullable Instant handedOver,
            @Nullable Instant delivered,
            Instant promised) {
        count(Oddity.NO_APPROVAL, approved == null);
        count(Oddity.APPROVED_BEFORE_ORDERED, before(approved, ordered));
        count(Oddity.HANDED_OVER_BEFORE_APPROVAL, before(handedOver, approved));
        count(Oddity.HANDED_OVER_BEFORE_ORDERED, before(handedOver, ordered));
        count(Oddity.DELIVERED_BEFORE_APPROVAL, before(delivered, approved));
        count(Oddity.DELIVERED_BEFORE_HANDOVER, before(delivered, handedOver));
        count(Oddity.DELIVERED_WITHOUT_HANDOVER, delivered != null && handedOver == null);
        count(Oddity.PROMISED_BEFORE_APPROVAL, before(promised, approved));
    }

    private void countEnd(String status, @Nullable Instant handedOver, @Nullable Instant delivered, boolean cancelled) {
        boolean called = status.equals("delivered");
        count(Oddity.DELIVERED_WITHOUT_TIME, called && delivered == null);
        count(Oddity.NEVER_HANDED_OVER, !cancelled && handedOver == null && delivered == null && !called);
        count(Oddity.NEVER_DELIVERED, !cancelled && handedOver != null && delivered == null && !called);
        count(Oddity.CANCELLED_AFTER_HANDOVER, cancelled && handedOver != null);
    }

    private static boolean before(@Nullable Instant a, @Nullable Instant b) {
        return a != null && b != null && a.isBefore(b);
    }

    private static Instant latest(Instant known, @Nullable Instant a, @Nullable Instant b) {
        Instant latest = a != null && a.isAfter(known) ? a : known;
        return b != null && b.isAfter(latest) ? b : latest;
    }

    private void count(Oddity oddity, boolean is) {
        if (is) {
            count(oddity);
        }
    }

    private void count(Oddity oddity) {
        oddities.merge(oddity, 1, Integer::sum);
    }
}
