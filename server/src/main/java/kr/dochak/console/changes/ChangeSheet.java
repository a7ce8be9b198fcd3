package kr.dochak.console.changes;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.pages.CsvCell;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;

/** The change log as comma separated values that spreadsheets open as they are. */
final class ChangeSheet {

    static final int BATCH = 500;
    private static final int MOST_ROWS = 10_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** By which spreadsheets know UTF-8. */
    private static final String MARK = "\uFEFF";

    private final CsvWriter csv;
    private int written;

    ChangeSheet(Writer to, Words words) {
        this.csv = CsvWriter.builder().build(to);
        List<String> heads = Stream.of(
                        "at", "mall", "who", "roles", "address", "what", "object", "change", "reason", "outcome")
                .map(column -> words.word("changes.column." + column))
                .toList();
        csv.writeRecord(
                Stream.concat(Stream.of(MARK + heads.getFirst()), heads.stream().skip(1))
                        .toList());
    }

    void write(List<ChangeLine> lines) {
        lines.forEach(this::write);
        written += lines.size();
    }

    private void write(ChangeLine line) {
        csv.writeRecord(CsvCell.row(
                TIME.format(Seoul.at(line.at())),
                line.mall(),
                line.who(),
                line.roles(),
                line.address(),
                line.what(),
                line.object(),
                String.join(" / ", line.sentences()),
                line.reason(),
                line.outcome()));
    }

    boolean isFull() {
        return written >= MOST_ROWS;
    }

    /** Sends what is still held back. */
    void finish() throws IOException {
        csv.flush();
    }
}
