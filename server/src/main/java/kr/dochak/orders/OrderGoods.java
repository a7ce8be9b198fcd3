package kr.dochak.orders;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order says it is about and what it costs. */
final class OrderGoods {

    private static final int MOST_LINES = 200;

    private final OrderFields fields;

    OrderGoods(OrderFields fields) {
        this.fields = fields;
    }

    List<OrderLine> lines(@Nullable List<OrderRequest.@Nullable Item> items) {
        if (items == null || items.isEmpty() || items.size() > MOST_LINES) {
            fields.error("items", "count", "orders.problem.items", MOST_LINES);
            return List.of();
        }
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            lines.add(line("items[" + i + "].", i, items.get(i)));
        }
        if (lines.stream().map(OrderLine::line).distinct().count() < lines.size()) {
            fields.error("items", "line-twice", "orders.problem.line-twice");
        }
        return lines;
    }

    private OrderLine line(String at, int index, OrderRequest.@Nullable Item item) {
        if (item == null) {
            fields.error(at, "missing", "orders.problem.item-empty");
            return new OrderLine(index + 1, "", "", 1, 0, null);
        }
        int quantity = item.quantity() == null ? 0 : item.quantity();
        if (quantity < 1 || quantity > 9_999) {
            fields.error(at + "quantity", "range", "orders.problem.quantity");
        }
        int number = item.line() == null ? index + 1 : item.line();
        if (number < 1 || number > 9_999) {
            fields.error(at + "line", "range", "orders.problem.line");
        }
        return new OrderLine(
                number,
                fields.optional(at + "sku", item.sku(), 100),
                fields.text(at + "name", item.name(), 200),
                quantity,
                fields.won(at + "unitPrice", item.unitPrice()),
                fields.orNull(at + "imageUrl", item.imageUrl(), 1_000));
    }

    OrderAmounts amounts(OrderRequest r, List<OrderLine> lines) {
        long ofLines =
                lines.stream().mapToLong(l -> l.unitPrice() * l.quantity()).sum();
        OrderRequest.Amounts given =
                r.amounts() == null ? new OrderRequest.Amounts(null, null, null, null, null) : r.amounts();
        long items = given.items() == null ? ofLines : fields.won("amounts.items", given.items());
        long shipping = given.shipping() == null ? 0 : fields.won("amounts.shipping", given.shipping());
        List<OrderAmounts.Discount> discounts = discounts(r.discounts());
        long discount = given.discount() == null ? 0 : fields.won("amounts.discount", given.discount());
        long points = given.points() == null ? 0 : fields.won("amounts.points", given.points());
        long due = items + shipping - discount - points;
        long total = given.total() == null ? Math.max(0, due) : fields.won("amounts.total", given.total());
        if (fields.errors().isEmpty() && total != due) {
            fields.error("amounts.total", "sum", "orders.problem.total");
        }
        return new OrderAmounts(items, shipping, discount, points, total, discounts);
    }

    private List<OrderAmounts.Discount> discounts(@Nullable List<OrderRequest.@Nullable Discount> discounts) {
        List<OrderAmounts.Discount> checked = new ArrayList<>();
        if (discounts != null && discounts.size() > MOST_LINES) {
            fields.error("discounts", "count", "orders.problem.discounts", MOST_LINES);
            return checked;
        }
        for (OrderRequest.Discount each : discounts == null ? List.<OrderRequest.Discount>of() : discounts) {
            if (each != null) {
                checked.add(new OrderAmounts.Discount(
                        fields.optional("discounts.reason", each.reason(), 100),
                        fields.won("discounts.amount", each.amount())));
            }
        }
        return checked;
    }
}
