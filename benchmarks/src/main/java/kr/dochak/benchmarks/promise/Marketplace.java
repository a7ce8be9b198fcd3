package kr.dochak.benchmarks.promise;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.promise.learning.features.Consignment;
import kr.dochak.promise.learning.features.Place;
import org.jspecify.annotations.Nullable;

/** The recorded orders of a marketplace: seven tables of one folder, joined. Their times name no zone and are kept so. */
final class Marketplace {

    private static final int SECOND = 19;
    private static final double GRAMS = 1_000;
    private static final double CUBIC_CENTIMETRES = 1_000;

    private record Item(
            String product, String seller, @Nullable Instant shipBy, double price, double freight) {}

    private record Product(String category, double kilograms, double litres) {}

    private final Path folder;
    private final Map<String, Place> customers = new HashMap<>();
    private final Map<String, Place> sellers = new HashMap<>();
    private final Map<String, Product> products = new HashMap<>();
    private final Map<String, List<Item>> items = new HashMap<>();
    private final Map<String, String> payments = new HashMap<>();

    private Marketplace(Path folder) {
        this.folder = folder;
        Places places = new Places(folder);
        places(places, customers, "customer");
        places(places, sellers, "seller");
        products();
        items();
        table("olist_order_payments_dataset.csv", "order_id", "payment_type")
                .each(row -> payments.putIfAbsent(row.getField("order_id"), row.getField("payment_type")));
    }

    /** All orders of a folder. Throws an {@link IllegalArgumentException} that says what is missing. */
    static List<PastDelivery> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("No such folder: " + folder);
        }
        return new Marketplace(folder).orders();
    }

    private CsvFile table(String name, String... columns) {
        return CsvFile.in(folder, name, columns);
    }

    private void places(Places places, Map<String, Place> into, String who) {
        String id = who + "_id";
        String zip = who + "_zip_code_prefix";
        String state = who + "_state";
        table("olist_" + who + "s_dataset.csv", id, zip, state)
                .each(row -> into.put(row.getField(id), places.of(row.getField(state), row.getField(zip))));
    }

    private void products() {
        table(
                        "olist_products_dataset.csv",
                        "product_id",
                        "product_category_name",
                        "product_weight_g",
                        "product_length_cm",
                        "product_height_cm",
                        "product_width_cm")
                .each(row -> products.put(
                        row.getField("product_id"),
                        new Product(
                                row.getField("product_category_name"),
                                number(row, "product_weight_g") / GRAMS,
                                number(row, "product_length_cm")
                                        * number(row, "product_height_cm")
                                        * number(row, "product_width_cm")
                                        / CUBIC_CENTIMETRES)));
    }

    private void items() {
        table(
                        "olist_order_items_dataset.csv",
                        "order_id",
                        "product_id",
                        "seller_id",
                        "shipping_limit_date",
                        "price",
                        "freight_value")
                .each(row -> items.computeIfAbsent(row.getField("order_id"), unused -> new ArrayList<>())
                        .add(new Item(
                                row.getField("product_id"),
                                row.getField("seller_id"),
                                time(row, "shipping_limit_date"),
                                number(row, "price"),
                                number(row, "freight_value"))));
    }

    private List<PastDelivery> orders() {
        List<PastDelivery> orders = new ArrayList<>();
        table(
                        "olist_orders_dataset.csv",
                        "order_id",
                        "customer_id",
                        "order_purchase_timestamp",
                        "order_approved_at",
                        "order_delivered_carrier_date",
                        "order_delivered_customer_date",
                        "order_estimated_delivery_date")
                .each(row -> orders.add(order(row)));
        return orders;
    }

    private PastDelivery order(NamedCsvRecord row) {
        String id = row.getField("order_id");
        Instant ordered = Objects.requireNonNull(
                time(row, "order_purchase_timestamp"), () -> "order " + id + " was never purchased");
        Instant delivered = time(row, "order_delivered_customer_date");
        Instant known = PastDelivery.knownAt(ordered, time(row, "order_approved_at"), delivered);
        List<Item> lines = items.getOrDefault(id, List.of());
        String seller = lines.isEmpty() ? "?" : lines.getFirst().seller();
        Consignment consignment = new Consignment(
                id,
                seller,
                sellers.getOrDefault(seller, Places.unknown()),
                customers.getOrDefault(row.getField("customer_id"), Places.unknown()),
                goods(lines),
                terms(row, ordered, lines),
                known);
        return PastDelivery.of(consignment, time(row, "order_delivered_carrier_date"), delivered);
    }

    private Consignment.Goods goods(List<Item> lines) {
        Product none = new Product("?", 0, 0);
        String first = lines.isEmpty() ? "?" : lines.getFirst().product();
        return new Consignment.Goods(
                products.getOrDefault(first, none).category(),
                first,
                lines.size(),
                (int) lines.stream().map(Item::seller).distinct().count(),
                lines.stream()
                        .mapToDouble(
                                i -> products.getOrDefault(i.product(), none).kilograms())
                        .sum(),
                lines.stream()
                        .mapToDouble(
                                i -> products.getOrDefault(i.product(), none).litres())
                        .sum());
    }

    private Consignment.Terms terms(NamedCsvRecord row, Instant ordered, List<Item> lines) {
        return new Consignment.Terms(
                ordered,
                lines.stream().mapToDouble(Item::price).sum(),
                lines.stream().mapToDouble(Item::freight).sum(),
                payments.getOrDefault(row.getField("order_id"), "?"),
                lines.stream()
                        .map(Item::shipBy)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null),
                time(row, "order_estimated_delivery_date"));
    }

    private static double number(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isBlank() ? Double.NaN : Double.parseDouble(text);
    }

    private static @Nullable Instant time(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isBlank()
                ? null
                : LocalDateTime.parse(text.substring(0, Math.min(SECOND, text.length()))
                                .replace(' ', 'T'))
                        .toInstant(ZoneOffset.UTC);
    }
}
