package kr.dochak.orders.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.identity.vault.PhoneNumber;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.Sentence;
import kr.dochak.shared.Words;
import kr.dochak.sheets.SheetMapping;
import kr.dochak.sheets.SheetRow;
import org.jspecify.annotations.Nullable;

/** The rows of a file that stand together and are one order, an item in each. */
record FileOrder(String orderNo, List<SheetRow> rows) {

    static final String ITEM = "items[].";
    /** What a row says that the order itself does not take. */
    static final String ROW = "row.";

    static final String STATE = "state.";
    private static final Pattern ITEM_PATH = Pattern.compile("items\\[(\\d+)]\\.?(.*)");
    /** An amount of the order may stand in its first row only, with zeros below. */
    private static final Pattern AMOUNT = Pattern.compile("(amounts|discount)\\..*");

    /** Whether a field is of the order, and the same in each of its rows. */
    static boolean isOfOrder(String field) {
        return !field.startsWith(ITEM) && !field.startsWith(ROW) && !field.startsWith(STATE);
    }

    /** The value of a field of the order: the first that is there, of amounts the first that is not zero. */
    @Nullable Object value(String field) {
        Object zero = null;
        for (SheetRow row : rows) {
            Object value = row.values().get(field);
            if (value != null && !isZero(field, value)) {
                return value;
            }
            zero = zero == null ? value : zero;
        }
        return zero;
    }

    private static boolean isZero(String field, Object value) {
        return value instanceof Long number
                && number == 0
                && AMOUNT.matcher(field).matches();
    }

    /** Everything for which nothing of the order can be taken in: cells that cannot be read, and rows that disagree. */
    List<ImportError> wrong(SheetMapping mapping, Words words) {
        List<ImportError> errors = new ArrayList<>();
        for (SheetRow row : rows) {
            row.errors()
                    .forEach(error -> errors.add(new ImportError(
                            0,
                            row.line(),
                            orderNo,
                            error.field().replace("[]", ""),
                            error.code(),
                            error.detail().in(words))));
        }
        errors.addAll(disagreeing(mapping, words));
        errors.addAll(twice(mapping, words));
        return errors;
    }

    private List<ImportError> disagreeing(SheetMapping mapping, Words words) {
        List<ImportError> errors = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>();
        rows.forEach(row -> fields.addAll(row.values().keySet()));
        for (String field : fields) {
            Object first = isOfOrder(field) ? value(field) : null;
            if (first == null) {
                continue;
            }
            for (SheetRow row : rows) {
                Object own = row.values().get(field);
                if (own != null && !isZero(field, own) && !isSame(field, own, first)) {
                    errors.add(at(row, new FieldError(field, "disagrees", "orders.problem.disagrees"), mapping, words));
                    break;
                }
            }
        }
        return errors;
    }

    /** A phone number is the same however it is written. */
    private static boolean isSame(String field, Object one, Object other) {
        return one.equals(other)
                || (field.contains("phone")
                        && PhoneNumber.parse(String.valueOf(one)).isPresent()
                        && PhoneNumber.parse(String.valueOf(one)).equals(PhoneNumber.parse(String.valueOf(other))));
    }

    /** The same line of an order twice is a file put together of two. */
    private List<ImportError> twice(SheetMapping mapping, Words words) {
        Set<Object> seen = new LinkedHashSet<>();
        for (SheetRow row : rows) {
            Object line = row.values().get(ROW + "line");
            if (line != null && !seen.add(line)) {
                return List.of(at(
                        row, new FieldError(ROW + "line", "line-twice", "orders.problem.row-twice"), mapping, words));
            }
        }
        return List.of();
    }

    /** What is wrong with the order, said of the line and the heading where it stands. */
    ImportError error(FieldError error, SheetMapping mapping, Words words) {
        Matcher item = ITEM_PATH.matcher(error.field());
        boolean ofItem = item.matches();
        int row = ofItem ? Math.min(rows.size() - 1, Integer.parseInt(item.group(1))) : 0;
        String field = ofItem ? ITEM + item.group(2) : error.field();
        return at(rows.get(row), new FieldError(field, error.code(), error.detail()), mapping, words);
    }

    ImportError at(SheetRow row, FieldError error, SheetMapping mapping, Words words) {
        String heading = mapping.headingOf(error.field());
        Sentence detail = heading.equals(error.field())
                ? error.detail()
                : Sentence.of("sheets.problem.cell", heading, error.detail());
        return new ImportError(0, row.line(), orderNo, error.field().replace("[]", ""), error.code(), detail.in(words));
    }

    @Override
    public String toString() {
        return "FileOrder[" + rows.size() + " rows]";
    }
}
