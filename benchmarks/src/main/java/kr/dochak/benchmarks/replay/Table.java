package kr.dochak.benchmarks.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of one file, by a key of theirs. */
final class Table {

    private Table() {}

    /** One row a key: the first. */
    static <T> Map<String, T> unique(Path file, String key, Function<NamedCsvRecord, T> row) {
        Map<String, T> rows = new HashMap<>();
        each(file, record -> rows.putIfAbsent(record.getField(key), row.apply(record)));
        return rows;
    }

    /** All rows of each key, in the file's order. */
    static <T> Map<String, List<T>> grouped(Path file, String key, Function<NamedCsvRecord, T> row) {
        Map<String, List<T>> rows = new LinkedHashMap<>();
        each(
                file,
                record -> rows.computeIfAbsent(record.getField(key), unused -> new ArrayList<>())
                        .add(row.apply(record)));
        return rows;
    }

    static void each(Path file, java.util.function.Consumer<NamedCsvRecord> action) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            reader.forEach(action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
