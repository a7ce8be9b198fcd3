package kr.dochak.console.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.orders.imports.ImportError;
import kr.dochak.pages.CsvCell;
import kr.dochak.shared.Words;

/** What was not taken in of a file, as comma separated values that spreadsheets open as they are. */
final class ImportSheet {

    private final CsvWriter csv;

    ImportSheet(Writer to, Words words) {
        this.csv = CsvWriter.builder().build(to);
        List<String> headings = Stream.of("line", "order", "field", "why")
                .map(column -> words.word("console.imports.error." + column))
                .toList();
        // the mark by which spreadsheets know UTF-8
        csv.writeRecord(Stream.concat(
                        Stream.of("\uFEFF" + headings.getFirst()),
                        headings.stream().skip(1))
                .toList());
    }

    void write(List<ImportError> errors) {
        errors.forEach(error -> csv.writeRecord(
                CsvCell.row(String.valueOf(error.line()), error.orderNo(), error.field(), error.detail())));
    }

    /** Sends what is still held back. */
    void finish() throws IOException {
        csv.flush();
    }
}
