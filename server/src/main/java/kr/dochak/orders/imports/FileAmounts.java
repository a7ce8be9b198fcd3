package kr.dochak.orders.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.sheets.SheetRow;
import org.jspecify.annotations.Nullable;

/** What the rows of an order say of money, put together: malls write prices, sums and what was taken off in many ways. */
final class FileAmounts {

    private static final String OFF_ROWS = "상품 할인";
    private static final String OTHER = "그 밖의 할인";
    /** Just more than any amount that is taken: too much is told by the rules, here it must only not overflow. */
    private static final long MOST = 10_000_000_001L;

    private static final int MOST_ROWS = 200;

    /** What one row costs: the price of a piece, all pieces, and what is taken off. */
    private record Priced(long quantity, long piece, long worth, long off) {}

    private final List<@Nullable Priced> rows = new ArrayList<>();
    private final Map<String, Long> amounts = new LinkedHashMap<>();
    private final Map<String, Long> discounts = new LinkedHashMap<>();

    private FileAmounts() {}

    static FileAmounts of(FileOrder order, Map<String, Object> values, boolean discountFromTotal, boolean whole) {
        FileAmounts made = new FileAmounts();
        order.rows().forEach(row -> made.rows.add(order.rows().size() > MOST_ROWS ? null : priced(row)));
        long items = 0;
        long off = 0;
        for (Priced row : made.rows) {
            if (row == null) {
                return made.asWritten(values); // the rules will say what is missing
            }
            items += row.worth();
            off += row.off();
        }
        Long written = won(values, "amounts.shipping");
        long shipping = written == null ? shipping(order) : written;
        Long sum = whole ? won(values, "amounts.items") : null;
        made.amounts.put("items", sum == null ? items : sum);
        made.amounts.put("shipping", shipping);
        if (off > 0) {
            made.discounts.put(OFF_ROWS, off);
        }
        if (whole) {
            made.paid(values, discountFromTotal);
        } else if (off > 0) {
            made.amounts.put("discount", off);
        }
        return made;
    }

    private FileAmounts asWritten(Map<String, Object> values) {
        for (String name : List.of("items", "shipping", "discount", "points", "total")) {
            Long amount = won(values, "amounts." + name);
            if (amount != null) {
                amounts.put(name, amount);
            }
        }
        return this;
    }

    private static @Nullable Priced priced(SheetRow row) {
        Long ordered = won(row.values(), FileOrder.ITEM + "quantity");
        if (ordered == null || ordered < 1) {
            return null;
        }
        Long price = won(row.values(), FileOrder.ITEM + "unitPrice");
        Long option = won(row.values(), FileOrder.ROW + "optionPrice");
        Long amount = won(row.values(), FileOrder.ROW + "amount");
        Long paid = won(row.values(), FileOrder.ROW + "paid");
        Long taken = won(row.values(), FileOrder.ROW + "discount");
        long off = taken == null ? 0 : Math.abs(taken);
        Long piece = price == null ? null : price + (option == null ? 0 : option);
        Long worth = worth(amount, piece, paid, ordered, off);
        if (worth == null || worth < 0) {
            return null;
        }
        if (paid != null && paid >= 0 && paid != worth - off) {
            off = Math.max(0, worth - paid);
            worth = Math.max(worth, paid);
        }
        Long cancelled = won(row.values(), FileOrder.ROW + "cancelled");
        long left = ordered - (cancelled == null ? 0 : cancelled);
        long each = piece != null && piece * ordered == worth ? piece : worth / ordered;
        return left == ordered ? new Priced(ordered, each, worth, off) : new Priced(left, each, each * left, 0);
    }

    private static @Nullable Long worth(
            @Nullable Long amount, @Nullable Long piece, @Nullable Long paid, long ordered, long off) {
        if (amount != null) {
            return amount;
        }
        if (piece != null) {
            return piece * ordered;
        }
        return paid == null ? null : (Long) (paid + off);
    }

    /** What is charged once for rows that travel together stands in each of them, or in the first only. */
    private static long shipping(FileOrder order) {
        Map<String, Long> groups = new LinkedHashMap<>();
        for (SheetRow row : order.rows()) {
            Long usual = won(row.values(), FileOrder.ROW + "shipping");
            Long extra = won(row.values(), FileOrder.ROW + "extraShipping");
            String group = String.valueOf(row.values().getOrDefault(FileOrder.ROW + "shippingGroup", ""));
            groups.merge(group, (usual == null ? 0 : usual) + (extra == null ? 0 : extra), Math::max);
        }
        return groups.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * What was taken off and what was paid: a total may count points as money or not, and whichever adds up is meant. What
     * a total still lacks, where no column says the discount, is the discount.
     */
    private void paid(Map<String, Object> values, boolean discountFromTotal) {
        values.forEach((field, value) -> {
            if (field.startsWith("discount.") && value instanceof Long part && part != 0) {
                discounts.merge(field.substring("discount.".length()), Math.abs(part), Long::sum);
            }
        });
        long parts = discounts.values().stream().mapToLong(Long::longValue).sum();
        Long said = won(values, "amounts.discount");
        Long points = sum(won(values, "amounts.points"), won(values, "amounts.credit"));
        Long total = won(values, "amounts.total");
        long all = amounts.getOrDefault("items", 0L) + amounts.getOrDefault("shipping", 0L);
        long discount = said == null ? parts : Math.abs(said);
        if (points != null) {
            amounts.put("points", points);
        }
        if (total != null && points != null && points > 0 && all - discount == total) {
            total -= points;
        } else if (total != null && said == null && discountFromTotal) {
            discount = Math.max(parts, all - (points == null ? 0 : points) - total);
        }
        if (discount > 0 || said != null) {
            amounts.put("discount", discount);
        }
        if (parts > discount) {
            discounts.clear();
        } else if (parts > 0 && parts < discount) {
            discounts.merge(OTHER, discount - parts, Long::sum);
        }
        if (total != null) {
            amounts.put("total", total);
        }
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null && other == null
                ? null
                : (Long) (Math.abs(one == null ? 0 : one) + Math.abs(other == null ? 0 : other));
    }

    private static @Nullable Long won(Map<String, Object> values, String field) {
        return values.get(field) instanceof Long amount ? (Long) Math.clamp(amount, -MOST, MOST) : null;
    }

    /** Gives a line its price and the pieces that are left of it. */
    void priced(int index, Map<String, Object> item) {
        Priced row = rows.get(index);
        if (row != null) {
            item.put("quantity", row.quantity());
            item.put("unitPrice", row.piece());
        }
    }

    void into(Map<String, Object> tree) {
        if (!amounts.isEmpty()) {
            tree.put("amounts", Map.copyOf(amounts));
        }
        if (!discounts.isEmpty()) {
            tree.put(
                    "discounts",
                    discounts.entrySet().stream()
                            .map(each -> Map.of("reason", each.getKey(), "amount", each.getValue()))
                            .toList());
        }
    }
}
