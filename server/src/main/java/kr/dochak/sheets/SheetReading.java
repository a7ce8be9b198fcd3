package kr.dochak.sheets;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.Sentence;
import kr.dochak.sheets.Headings.Placed;
import kr.dochak.sheets.Lines.Line;
import kr.dochak.sheets.SheetCell.Kind;
import kr.dochak.sheets.SheetMapping.As;
import kr.dochak.sheets.SheetMapping.Column;

/** Reads one line through a mapping: each cell as what its column is. */
final class SheetReading {

    private final List<DateTimeFormatter> moments;
    private final ZoneId zone;

    SheetReading(SheetMapping mapping) {
        this.zone = ZoneId.of(mapping.zone());
        this.moments = Stream.concat(
                        mapping.moments().stream().map(SheetMoment::pattern),
                        Stream.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, DateTimeFormatter.ISO_LOCAL_DATE_TIME))
                .toList();
    }

    SheetRow row(Line line, List<Placed> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (Placed placed : columns) {
            SheetCell cell = line.cell(placed.index());
            if (!cell.isEmpty()) {
                read(placed.column(), cell, values, errors);
            }
        }
        return new SheetRow(line.number(), values, errors);
    }

    private void read(Column column, SheetCell cell, Map<String, Object> values, List<FieldError> errors) {
        if (cell.kind() == Kind.ERROR) {
            errors.add(error(column, "error-cell", Sentence.of("sheets.problem.error-cell", cell.text())));
            return;
        }
        String word = column.values().getOrDefault(cell.text(), cell.text());
        switch (column.as()) {
            case TEXT, CODE -> text(column, cell, word, values, errors);
            case PHONE -> values.put(column.field(), CellText.phone(word));
            case POSTCODE -> values.put(column.field(), CellText.postcode(word));
            case WON -> put(column, CellText.won(word), "won", "sheets.problem.won", values, errors);
            case COUNT -> put(column, CellText.count(word), "count", "sheets.problem.number", values, errors);
            case MOMENT, MOMENT_END ->
                put(
                        column,
                        SheetMoment.read(word, moments, zone, column.as() == As.MOMENT_END),
                        "moment",
                        "sheets.problem.moment",
                        values,
                        errors);
        }
    }

    /** A text that a spreadsheet took for a number or a date has lost what it was. */
    private static void text(
            Column column, SheetCell cell, String word, Map<String, Object> values, List<FieldError> errors) {
        if (CellText.isRounded(word) || (cell.kind() == Kind.NUMBER && CellText.isTooLong(word))) {
            errors.add(error(column, "rounded", Sentence.of("sheets.problem.rounded")));
        } else if (cell.kind() == Kind.DATE || (column.as() == As.CODE && CellText.isMadeADate(word))) {
            errors.add(error(column, "made-a-date", Sentence.of("sheets.problem.made-a-date")));
        } else {
            values.put(column.field(), word);
        }
    }

    private static void put(
            Column column,
            Optional<? extends Object> value,
            String code,
            String key,
            Map<String, Object> values,
            List<FieldError> errors) {
        value.ifPresentOrElse(
                read -> values.put(column.field(), read), () -> errors.add(error(column, code, Sentence.of(key))));
    }

    private static FieldError error(Column column, String code, Sentence why) {
        return new FieldError(
                column.field(), code, "sheets.problem.cell", column.headings().getFirst(), why);
    }
}
