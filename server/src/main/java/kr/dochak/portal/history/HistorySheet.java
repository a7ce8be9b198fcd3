package kr.dochak.portal.history;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.pages.CsvCell;
import kr.dochak.shared.Words;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An order history as a file for spreadsheets: a row for each item, the sums of an order beside its first one. */
final class HistorySheet {

    private static final List<String> COLUMNS = List.of(
            "ordered",
            "order",
            "item",
            "quantity",
            "price",
            "payment",
            "items",
            "shipping",
            "discount",
            "reasons",
            "points",
            "total",
            "carrier",
            "tracking",
            "state",
            "promised",
            "delivered",
            "given");

    private final Words words;

    HistorySheet(Words words) {
        this.words = words;
    }

    void csv(List<HistoryOrder> history, Writer to) throws IOException {
        to.write('\uFEFF'); // the mark by which spreadsheets know UTF-8
        CsvWriter csv = CsvWriter.builder().build(to);
        csv.writeRecord(headings(COLUMNS));
        for (HistoryOrder order : history) {
            for (List<Object> row : rows(order)) {
                csv.writeRecord(row.stream()
                        .map(cell -> CsvCell.plain(String.valueOf(cell)))
                        .toList());
            }
        }
        csv.flush();
    }

    /** Two sheets: the orders, and the messages received about them. */
    void xlsx(List<HistoryOrder> history, OutputStream to) throws IOException {
        Workbook book = new Workbook(to, "Dochak", "1.0");
        List<List<Object>> orders =
                history.stream().flatMap(order -> rows(order).stream()).toList();
        sheet(book, "portal.history.sheet.orders", COLUMNS, orders);
        List<List<Object>> messages = history.stream()
                .flatMap(order -> order.messages().stream()
                        .map(each -> List.<Object>of(order.detail().summary().orderNo(), each.when(), each.title())))
                .toList();
        sheet(book, "portal.history.sheet.told", List.of("order", "told-at", "told"), messages);
        book.finish();
    }

    private void sheet(Workbook book, String name, List<String> columns, List<List<Object>> rows) {
        Worksheet sheet = book.newWorksheet(words.word(name));
        List<String> headings = headings(columns);
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            sheet.style(0, column).bold().set();
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < headings.size(); column++) {
                put(sheet, row + 1, column, rows.get(row).get(column));
            }
        }
        sheet.freezePane(0, 1);
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else {
            sheet.value(row, column, String.valueOf(value));
        }
    }

    private List<String> headings(List<String> columns) {
        return columns.stream()
                .map(column -> words.word("portal.history.column." + column))
                .toList();
    }

    private static List<List<Object>> rows(HistoryOrder order) {
        var amounts = order.detail().amounts();
        List<Object> sums = List.of(
                amounts.items(),
                amounts.shipping(),
                amounts.discount(),
                order.discounts(),
                amounts.points(),
                amounts.total());
        List<Object> noSums = List.of("", "", "", "", "", "");
        List<List<Object>> rows = new ArrayList<>();
        for (HistoryOrder.Item item : order.items()) {
            boolean first = rows.isEmpty();
            rows.add(Stream.of(
                            List.<Object>of(
                                    order.orderedAt(),
                                    order.detail().summary().orderNo(),
                                    item.line().name(),
                                    item.line().quantity(),
                                    item.line().unitPrice(),
                                    order.payment()),
                            first ? sums : noSums,
                            List.<Object>of(
                                    item.carrierName(),
                                    item.trackingNumber(),
                                    item.state(),
                                    item.promised(),
                                    item.delivered(),
                                    first ? order.given() : ""))
                    .flatMap(List::stream)
                    .toList());
        }
        return rows;
    }
}
