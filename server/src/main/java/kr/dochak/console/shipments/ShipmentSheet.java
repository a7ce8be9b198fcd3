package kr.dochak.console.shipments;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dochak.console.ConsoleWords;
import kr.dochak.console.LastScan;
import kr.dochak.pages.CsvCell;
import kr.dochak.promise.PromiseView;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** Shipments as comma separated values that spreadsheets open as they are. */
final class ShipmentSheet {

    static final int BATCH = 500;
    private static final int MOST_ROWS = 10_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CsvWriter csv;
    private final Words words;
    private final Instant now;
    private final Map<MallId, String> malls;
    private int written;

    /** @param malls names of the malls where the list is of several; empty where it is of one */
    ShipmentSheet(Writer to, Words words, Instant now, Map<MallId, String> malls) {
        this.malls = malls;
        this.csv = CsvWriter.builder().build(to);
        this.words = words;
        this.now = now;
        csv.writeRecord(Stream.of(
                        "order",
                        "item",
                        "tracking",
                        "carrier",
                        "state",
                        "slack-minutes",
                        "promise",
                        "early",
                        "late",
                        "cause",
                        "place",
                        "scan",
                        "delivered",
                        "mall")
                .filter(column -> !malls.isEmpty() || !column.equals("mall"))
                .map(column -> words.word("console.sheet." + column))
                // the mark by which spreadsheets know UTF-8
                .map(text -> text.equals(words.word("console.sheet.order")) ? "\uFEFF" + text : text)
                .toList());
    }

    void write(List<ShipmentRow> rows) {
        rows.forEach(this::write);
        written += rows.size();
    }

    /** Sends what is still held back. */
    void finish() throws IOException {
        csv.flush();
    }

    boolean isFull() {
        return written >= MOST_ROWS;
    }

    private void write(ShipmentRow row) {
        PromiseView promise = row.promise();
        var delay = promise.delay();
        LastScan scan = row.lastScan();
        List<String> cells = new ArrayList<>(CsvCell.row(
                row.orderNo(),
                row.item(),
                row.trackingNumber() == null ? "" : row.trackingNumber().value(),
                ConsoleWords.carrier(promise.carrier(), words),
                ConsoleWords.state(promise, words),
                String.valueOf(ConsoleWords.slack(promise, now).toMinutes()),
                time(promise.promised().to()),
                time(promise.window().p10()),
                time(promise.window().p90()),
                delay == null ? "" : ConsoleWords.cause(delay.cause(), words),
                scan == null ? "" : scan.place(),
                scan == null ? "" : time(scan.at()),
                time(promise.deliveredAt())));
        if (!malls.isEmpty()) {
            cells.add(CsvCell.plain(malls.getOrDefault(row.tenantId(), "")));
        }
        csv.writeRecord(cells);
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(Seoul.at(at));
    }
}
