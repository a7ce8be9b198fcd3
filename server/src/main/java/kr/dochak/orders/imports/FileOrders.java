package kr.dochak.orders.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import kr.dochak.sheets.SheetRow;
import org.jspecify.annotations.Nullable;

/** Puts rows that follow each other and have the same order number together. */
final class FileOrders implements Iterator<FileOrder> {

    private final Iterator<SheetRow> rows;
    private final String groupBy;
    private @Nullable SheetRow ahead;

    FileOrders(Iterator<SheetRow> rows, String groupBy) {
        this.rows = rows;
        this.groupBy = groupBy;
    }

    @Override
    public boolean hasNext() {
        return ahead != null || rows.hasNext();
    }

    @Override
    public FileOrder next() {
        SheetRow first = ahead == null ? rows.next() : ahead;
        ahead = null;
        String number = number(first);
        List<SheetRow> together = new ArrayList<>(List.of(first));
        while (rows.hasNext()) {
            SheetRow row = rows.next();
            if (number.isEmpty() || !number(row).equals(number)) {
                ahead = row;
                break;
            }
            together.add(row);
        }
        return new FileOrder(number, together);
    }

    private String number(SheetRow row) {
        return String.valueOf(row.values().getOrDefault(groupBy, ""));
    }
}
