package kr.dochak.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.Sentence;
import kr.dochak.sheets.Lines.Line;
import kr.dochak.sheets.SheetMapping.Column;
import org.jspecify.annotations.Nullable;

/**
 * A file being read through a mapping, one row at a time. Empty rows are passed over. It ends early where
 * the rest of the file is {@link #broken}; what was read before stands.
 */
public final class Sheet implements Iterator<SheetRow>, Closeable {

    private record Placed(int index, Column column) {}

    private final Lines lines;
    private final List<Placed> columns;
    private final List<DateTimeFormatter> moments;
    private final ZoneId zone;
    private @Nullable SheetRow next;
    private @Nullable FieldError broken;

    private Sheet(Lines lines, SheetMapping mapping, List<Placed> columns) {
        this.lines = lines;
        this.columns = columns;
        this.zone = ZoneId.of(mapping.zone());
        this.moments = Stream.concat(
                        mapping.moments().stream().map(CellText::pattern),
                        Stream.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, DateTimeFormatter.ISO_LOCAL_DATE_TIME))
                .toList();
    }

    /** Reads the heading and the first row: without them there is nothing to import. */
    static Sheet open(Lines lines, SheetMapping mapping) throws UnfitFile {
        Line heading = line(lines);
        if (heading == null) {
            throw new UnfitFile("empty", "sheets.problem.empty");
        }
        Sheet sheet = new Sheet(lines, mapping, placed(heading, mapping));
        sheet.advance();
        if (sheet.next == null) {
            throw sheet.broken == null ? new UnfitFile("no-rows", "sheets.problem.no-rows") : cutOff();
        }
        return sheet;
    }

    private static List<Placed> placed(Line heading, SheetMapping mapping) throws UnfitFile {
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < heading.cells().size(); i++) {
            at.putIfAbsent(SheetMapping.plain(heading.cells().get(i)), i);
        }
        List<Placed> placed = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Column column : mapping.columns()) {
            Optional<Integer> index = column.headings().stream()
                    .map(SheetMapping::plain)
                    .filter(at::containsKey)
                    .map(at::get)
                    .findFirst();
            index.ifPresent(i -> placed.add(new Placed(i, column)));
            if (index.isEmpty() && column.required()) {
                missing.add(column.headings().getFirst());
            }
        }
        if (!missing.isEmpty()) {
            throw new UnfitFile("columns", "sheets.problem.columns", String.join(", ", missing));
        }
        return placed;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public SheetRow next() {
        SheetRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        advance();
        return row;
    }

    /** What is wrong with the rest of the file, once there are no more rows. The last rows may belong to more that is lost. */
    public Optional<FieldError> broken() {
        return Optional.ofNullable(broken);
    }

    private void advance() {
        next = null;
        try {
            for (Line line = line(lines); line != null; line = line(lines)) {
                SheetRow row = row(line);
                if (!row.values().isEmpty() || !row.errors().isEmpty()) {
                    next = row;
                    return;
                }
            }
        } catch (UnfitFile e) {
            broken = e.why();
        }
    }

    /** The libraries throw many things at a broken file; for us it is one. */
    private static @Nullable Line line(Lines lines) throws UnfitFile {
        try {
            return lines.hasNext() ? lines.next() : null;
        } catch (RuntimeException e) {
            throw cutOff();
        }
    }

    private static UnfitFile cutOff() {
        return new UnfitFile("broken", "sheets.problem.cut-off");
    }

    private SheetRow row(Line line) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (Placed placed : columns) {
            String text = placed.index() < line.cells().size()
                    ? line.cells().get(placed.index()).strip()
                    : "";
            if (!text.isEmpty()) {
                read(placed.column(), text, values, errors);
            }
        }
        return new SheetRow(line.number(), values, errors);
    }

    private void read(Column column, String text, Map<String, Object> values, List<FieldError> errors) {
        String word = column.values().getOrDefault(text, text);
        switch (column.as()) {
            case TEXT -> {
                if (CellText.isRounded(word)) {
                    errors.add(error(column, "rounded", "sheets.problem.rounded"));
                } else {
                    values.put(column.field(), word);
                }
            }
            case PHONE -> values.put(column.field(), CellText.phone(word));
            case POSTCODE -> values.put(column.field(), CellText.postcode(word));
            case WON -> put(column, CellText.won(word), "won", "sheets.problem.won", values, errors);
            case COUNT -> put(column, CellText.count(word), "count", "sheets.problem.number", values, errors);
            case MOMENT ->
                put(column, CellText.moment(word, moments, zone), "moment", "sheets.problem.moment", values, errors);
        }
    }

    private static void put(
            Column column,
            Optional<? extends Object> value,
            String code,
            String key,
            Map<String, Object> values,
            List<FieldError> errors) {
        value.ifPresentOrElse(read -> values.put(column.field(), read), () -> errors.add(error(column, code, key)));
    }

    private static FieldError error(Column column, String code, String key) {
        return new FieldError(
                column.field(), code, "sheets.problem.cell", column.headings().getFirst(), Sentence.of(key));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
