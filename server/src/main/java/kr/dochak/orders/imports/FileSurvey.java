package kr.dochak.orders.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.dochak.sheets.Sheet;
import kr.dochak.sheets.SheetMapping;
import kr.dochak.sheets.SheetRow;

/**
 * What is known of a file only once it was read to its end.
 *
 * @param apart numbers whose rows do not stand together: of such an order nobody knows when it ends
 * @param nameless rows whose order number is missing or cannot be read
 */
record FileSurvey(Set<String> apart, List<SheetRow> nameless) {

    /** With more the whole column is spoilt, and all of its orders are told so themselves. */
    private static final int MOST_NAMELESS = 500;

    static FileSurvey of(Sheet sheet, SheetMapping mapping, int mostRows) {
        Set<String> seen = new HashSet<>();
        Set<String> apart = new HashSet<>();
        List<SheetRow> nameless = new ArrayList<>();
        FileOrders orders = new FileOrders(sheet, mapping.groupBy());
        int rows = 0;
        while (orders.hasNext() && rows <= mostRows) {
            FileOrder order = orders.next();
            rows += order.rows().size();
            if (order.orderNo().isEmpty() && nameless.size() < MOST_NAMELESS) {
                nameless.add(order.rows().getFirst());
            } else if (!order.orderNo().isEmpty() && !seen.add(order.orderNo())) {
                apart.add(order.orderNo());
            }
        }
        return new FileSurvey(apart, nameless);
    }

    /** A row without a readable number that may be of this order, which is then perhaps not whole. */
    Optional<SheetRow> mayMiss(FileOrder order) {
        SheetRow first = order.rows().getFirst();
        return order.orderNo().isEmpty()
                ? Optional.empty()
                : nameless.stream()
                        .filter(row -> FileOrders.mayBeOf(first, row))
                        .findFirst();
    }
}
