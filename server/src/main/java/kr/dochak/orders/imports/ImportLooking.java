package kr.dochak.orders.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.api.JsonParts;
import kr.dochak.api.JsonParts.Part;
import kr.dochak.orders.OrderIntake;
import kr.dochak.orders.OrderRequest;
import kr.dochak.orders.imports.FileVerdict.Out;
import kr.dochak.orders.imports.FileVerdict.Standing;
import kr.dochak.orders.imports.FileVerdict.Wrong;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.ReaderWords;
import kr.dochak.shared.Words;
import kr.dochak.sheets.Sheet;
import kr.dochak.sheets.SheetAnswer;
import kr.dochak.sheets.SheetMapping;
import kr.dochak.sheets.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Looks at the beginning of a file, by the same rules by which it would be taken in. */
@Component
class ImportLooking {

    private static final int LOOKED_AT = 8;

    private final Sheets sheets;
    private final OrderStates states;
    private final OrderIntake intake;
    private final JsonParts parts;
    private final JsonMapper json;
    private final ReaderWords reader;

    ImportLooking(
            Sheets sheets,
            OrderStates states,
            OrderIntake intake,
            JsonParts parts,
            JsonMapper json,
            ReaderWords reader) {
        this.sheets = sheets;
        this.states = states;
        this.intake = intake;
        this.parts = parts;
        this.json = json;
        this.reader = reader;
    }

    ImportLook look(Path file, @Nullable String mapping) {
        return switch (sheets.open(file, mapping, OrderImports.ORDERS)) {
            case SheetAnswer.Unfit unfit -> new ImportLook.Unfit(unfit.why());
            case SheetAnswer.Opened opened -> {
                try (Sheet sheet = opened.sheet()) {
                    yield look(sheet, opened.mapping());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private ImportLook look(Sheet sheet, SheetMapping mapping) {
        Words words = reader.words();
        FileReading reading = new FileReading(mapping, sheet.fields(), states.table(), words);
        FileOrders orders = new FileOrders(sheet, mapping.groupBy());
        List<ImportLook.Row> first = new ArrayList<>();
        while (orders.hasNext() && first.size() < LOOKED_AT) {
            FileOrder order = orders.next();
            first.add(row(order, reading.read(order), mapping, words));
        }
        List<ImportLook.Column> columns = sheet.fields().stream()
                .map(field -> new ImportLook.Column(sheet.heading(field).orElse(field), field))
                .toList();
        return new ImportLook.Fitting(mapping.name(), columns, sheet.unused(), first);
    }

    private ImportLook.Row row(FileOrder order, FileVerdict verdict, SheetMapping mapping, Words words) {
        return switch (verdict) {
            case Out out -> row(order, out.state().name(), List.of());
            case Wrong wrong ->
                row(
                        order,
                        "WRONG",
                        wrong.errors().stream().map(ImportError::detail).toList());
            case Standing standing ->
                switch (parts.read(json.valueToTree(standing.tree()), OrderRequest.class)) {
                    case Part.Bad<OrderRequest> bad ->
                        row(order, "WRONG", List.of(detail(standing.order(), bad.error(), mapping, words)));
                    case Part.Good<OrderRequest> good -> row(standing, intake.look(good.value()), mapping, words);
                };
        };
    }

    private static ImportLook.Row row(Standing standing, OrderIntake.Look look, SheetMapping mapping, Words words) {
        FileOrder order = standing.order();
        return switch (look) {
            case OrderIntake.Look.Refused refused ->
                row(
                        order,
                        "WRONG",
                        refused.errors().stream()
                                .map(error -> detail(order, error, mapping, words))
                                .toList());
            case OrderIntake.Look.Fine fine ->
                new ImportLook.Row(
                        order.rows().getFirst().line(),
                        order.orderNo(),
                        standing.paid() ? RowState.PAID.name() : RowState.UNPAID.name(),
                        fine.title(),
                        fine.pieces(),
                        fine.totalWon(),
                        fine.area(),
                        fine.warnings().stream()
                                .map(warning -> detail(order, warning, mapping, words))
                                .toList());
        };
    }

    private static ImportLook.Row row(FileOrder order, String state, List<String> errors) {
        String item = String.valueOf(order.rows().getFirst().values().getOrDefault(FileOrder.ITEM + "name", ""));
        return new ImportLook.Row(order.rows().getFirst().line(), order.orderNo(), state, item, 0, null, "", errors);
    }

    private static String detail(FileOrder order, FieldError error, SheetMapping mapping, Words words) {
        return order.error(error, mapping, words).detail();
    }
}
