package kr.dochak.orders.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;
import kr.dochak.sheets.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows that follow each other and have the same order number together; sums below the rows are no orders. A row without a
 * number belongs to the order above it unless it names somebody else: so merged cells look once the file is text.
 */
final class FileOrders implements Iterator<FileOrder> {

    private static final Set<String> SUMS =
            Set.of("합계", "총합계", "총계", "소계", "계", "total", "totals", "sum", "subtotal", "grand total");
    private static final String ITEM_NAME = FileOrder.ITEM + "name";
    private static final Pattern WHOSE =
            Pattern.compile("orderedAt|customer\\.(id|name)|recipient\\.(name|postcode|address1|address2)");

    private final Iterator<SheetRow> rows;
    private final String groupBy;
    private @Nullable SheetRow ahead;

    FileOrders(Iterator<SheetRow> rows, String groupBy) {
        this.rows = rows;
        this.groupBy = groupBy;
        this.ahead = following();
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public FileOrder next() {
        SheetRow first = ahead;
        if (first == null) {
            throw new NoSuchElementException();
        }
        String number = number(first);
        List<SheetRow> together = new ArrayList<>(List.of(first));
        for (ahead = following(); ahead != null && !number.isEmpty(); ahead = following()) {
            SheetRow row = ahead;
            boolean merged = number(row).isEmpty() && !isSpoilt(row) && mayBeOf(first, row);
            if (!number(row).equals(number) && !merged) {
                break;
            }
            together.add(row);
        }
        return new FileOrder(number, together);
    }

    /** Whether the number of a row could not be read. */
    private boolean isSpoilt(SheetRow row) {
        return row.errors().stream().anyMatch(error -> error.field().equals(groupBy));
    }

    private @Nullable SheetRow following() {
        while (rows.hasNext()) {
            SheetRow row = rows.next();
            if (!isSum(row)) {
                return row;
            }
        }
        return null;
    }

    private boolean isSum(SheetRow row) {
        return !row.values().containsKey("recipient.name")
                && (isSum(number(row)) || isSum(row.values().get(ITEM_NAME)));
    }

    private static boolean isSum(@Nullable Object text) {
        return text != null && SUMS.contains(String.valueOf(text).strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a row is about an item and names nobody else, nowhere else and no other time than the first one. */
    static boolean mayBeOf(SheetRow first, SheetRow row) {
        return row.values().containsKey(ITEM_NAME)
                && row.values().entrySet().stream()
                        .filter(value -> WHOSE.matcher(value.getKey()).matches())
                        .allMatch(value -> agrees(first, value));
    }

    private static boolean agrees(SheetRow first, Map.Entry<String, Object> value) {
        Object said = first.values().get(value.getKey());
        return said == null || said.equals(value.getValue());
    }

    /** Empty where the number is missing or cannot be read. */
    private String number(SheetRow row) {
        return String.valueOf(row.values().getOrDefault(groupBy, ""));
    }
}
