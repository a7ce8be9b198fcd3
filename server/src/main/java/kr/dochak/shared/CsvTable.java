package kr.dochak.shared;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The tables that come with the product: files beside the code, so that a new code is a line and not a release of rules. */
public final class CsvTable {

    private CsvTable() {}

    /** The rows of {@code /carriers/carriers.csv} and the like, by the names in its heading. */
    public static List<NamedCsvRecord> rows(String name) {
        try (InputStream file = CsvTable.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no table " + name);
            }
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
                return reader.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
