package kr.dochak.orders.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.orders.imports.FileVerdict.Out;
import kr.dochak.orders.imports.FileVerdict.Standing;
import kr.dochak.orders.imports.FileVerdict.Wrong;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.Words;
import kr.dochak.sheets.SheetMapping;
import kr.dochak.sheets.SheetRow;

/** Reads the orders of one file: whether they stand, what is wrong with them, and what they say. */
final class FileReading {

    private final SheetMapping mapping;
    private final Set<String> fields;
    private final OrderStates.Table states;
    private final Words words;

    FileReading(SheetMapping mapping, List<String> fields, OrderStates.Table states, Words words) {
        this.mapping = mapping;
        this.fields = Set.copyOf(fields);
        this.states = states;
        this.words = words;
    }

    /** An order is read as a whole or not at all. */
    FileVerdict read(FileOrder order) {
        List<ImportError> errors = order.wrong(mapping, words);
        List<SheetRow> standing = new ArrayList<>();
        RowState of = RowState.NONE;
        RowState all = RowState.CANCELLED;
        for (SheetRow row : order.rows()) {
            RowState state = state(order, row, errors);
            all = all.compareTo(state) <= 0 ? all : state;
            if (state != RowState.CANCELLED) {
                standing.add(row);
                of = of.or(state == RowState.DONE ? RowState.NONE : state);
            }
        }
        if (!errors.isEmpty()) {
            return new Wrong(errors);
        }
        if (all == RowState.CANCELLED || all == RowState.DONE) {
            return new Out(order.orderNo(), all);
        }
        if (of == RowState.HELD) {
            return new Out(order.orderNo(), of);
        }
        boolean whole = standing.size() == order.rows().size();
        FileOrder kept = new FileOrder(order.orderNo(), standing);
        boolean paid = of != RowState.UNPAID;
        return new Standing(kept, FileTree.of(kept, mapping, whole, paid), paid);
    }

    /** The strongest of what its columns say; a word that no table knows is an error. */
    private RowState state(FileOrder order, SheetRow row, List<ImportError> errors) {
        RowState state = isCancelledByPieces(row) ? RowState.CANCELLED : RowState.NONE;
        for (Map.Entry<String, Object> value : row.values().entrySet()) {
            if (value.getKey().startsWith(FileOrder.STATE)) {
                String kind = value.getKey().substring(FileOrder.STATE.length());
                String word = String.valueOf(value.getValue());
                Optional<RowState> known = states.of(kind, word);
                if (known.isEmpty()) {
                    errors.add(order.at(
                            row,
                            new FieldError(value.getKey(), "unknown-state", "orders.problem.unknown-state", word),
                            mapping,
                            words));
                }
                state = state.or(known.orElse(RowState.NONE));
            }
        }
        return state == RowState.NONE && isWithoutPayment(order) ? RowState.UNPAID : state;
    }

    private boolean isWithoutPayment(FileOrder order) {
        String field = mapping.unpaidWithout();
        return field != null && fields.contains(field) && order.value(field) == null;
    }

    /** Every piece of the line was cancelled. */
    private static boolean isCancelledByPieces(SheetRow row) {
        return row.values().get(FileOrder.ROW + "cancelled") instanceof Long cancelled
                && row.values().get(FileOrder.ITEM + "quantity") instanceof Long quantity
                && cancelled > 0
                && cancelled >= quantity;
    }
}
