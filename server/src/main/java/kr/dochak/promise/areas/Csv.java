package kr.dochak.promise.areas;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables of this package: files beside the code, so that a new code is a line and not a release of rules. */
final class Csv {

    private Csv() {}

    static List<NamedCsvRecord> rows(String name) {
        try (InputStream file = Csv.class.getResourceAsStream("/areas/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no table areas/" + name);
            }
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return reader.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("areas/" + name, e);
        }
    }
}
