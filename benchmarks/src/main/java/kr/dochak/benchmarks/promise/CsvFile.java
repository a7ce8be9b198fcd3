package kr.dochak.benchmarks.promise;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A table that must be there with the columns that are read. */
record CsvFile(Path file, List<String> columns) {

    static CsvFile in(Path folder, String name, String... columns) {
        return new CsvFile(folder.resolve(name), List.of(columns));
    }

    /**
     * Throws an {@link IllegalArgumentException} that says which file or column is missing, or which line cannot be read.
     */
    void each(Consumer<NamedCsvRecord> action) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("No such file: " + file);
        }
        boolean checked = false;
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : reader) {
                if (!checked) {
                    check(row.getHeader());
                    checked = true;
                }
                read(row, action);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(List<String> header) {
        for (String column : columns) {
            if (!header.contains(column)) {
                throw new IllegalArgumentException("No column " + column + " in " + file);
            }
        }
    }

    private void read(NamedCsvRecord row, Consumer<NamedCsvRecord> action) {
        try {
            action.accept(row);
        } catch (java.time.DateTimeException | NumberFormatException | java.util.NoSuchElementException e) {
            throw new IllegalArgumentException(
                    "Line " + row.getStartingLineNumber() + " of " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
