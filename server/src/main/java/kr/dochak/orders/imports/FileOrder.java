package kr.dochak.orders.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.Sentence;
import kr.dochak.shared.Words;
import kr.dochak.sheets.SheetMapping;
import kr.dochak.sheets.SheetRow;

/** The rows of a file that stand together and are one order, an item in each. */
record FileOrder(String orderNo, List<SheetRow> rows) {

    private static final String ITEM = "items[].";
    private static final Pattern ITEM_PATH = Pattern.compile("items\\[(\\d+)]\\.?(.*)");
    private static final Pattern REFERENCE = Pattern.compile("\\{([^}]+)}");

    /** The cells that cannot be read, each with its line. */
    List<ImportError> unreadable(Words words) {
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
        return errors;
    }

    /** What is wrong with the order, said of the line and the heading where it stands. */
    ImportError error(FieldError error, SheetMapping mapping, Words words) {
        Matcher item = ITEM_PATH.matcher(error.field());
        boolean ofItem = item.matches();
        int row = ofItem ? Math.min(rows.size() - 1, Integer.parseInt(item.group(1))) : 0;
        String field = ofItem ? ITEM + item.group(2) : error.field();
        String heading = mapping.headingOf(field);
        Sentence detail =
                heading.equals(field) ? error.detail() : Sentence.of("sheets.problem.cell", heading, error.detail());
        return new ImportError(
                0, rows.get(row).line(), orderNo, field.replace("[]", ""), error.code(), detail.in(words));
    }

    /** The order as the API would take it. */
    Map<String, Object> tree(SheetMapping mapping) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Map<String, Object>> items = new ArrayList<>();
        for (SheetRow row : rows) {
            Map<String, Object> item = new LinkedHashMap<>();
            row.values().forEach((field, value) -> {
                if (field.startsWith(ITEM)) {
                    item.put(field.substring(ITEM.length()), value);
                } else {
                    values.putIfAbsent(field, value);
                }
            });
            items.add(item);
        }
        mapping.otherwise().forEach((field, text) -> values.putIfAbsent(field, filled(text, values)));
        if (mapping.discountFromTotal()) {
            discount(values, items);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        values.forEach((field, value) -> put(tree, field, value));
        tree.put("items", items);
        return tree;
    }

    private static String filled(String text, Map<String, Object> values) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(values.getOrDefault(found.group(1), ""))));
    }

    private static void discount(Map<String, Object> values, List<Map<String, Object>> items) {
        if (!(values.get("amounts.total") instanceof Long total) || values.containsKey("amounts.discount")) {
            return;
        }
        long wanted = values.get("amounts.shipping") instanceof Long shipping ? shipping : 0;
        for (Map<String, Object> item : items) {
            if (item.get("quantity") instanceof Long quantity && item.get("unitPrice") instanceof Long price) {
                wanted += clamped(quantity) * clamped(price);
            }
        }
        if (wanted > total) {
            values.put("amounts.discount", wanted - total);
        }
    }

    /** Too much is told by the rules later; here it must only not overflow. */
    private static long clamped(long value) {
        return Math.clamp(value, -1_000_000_000L, 1_000_000_000L);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            tree.putIfAbsent(path, value);
            return;
        }
        Object inner = tree.computeIfAbsent(path.substring(0, dot), unused -> new LinkedHashMap<String, Object>());
        if (inner instanceof Map<?, ?> map) {
            put((Map<String, Object>) map, path.substring(dot + 1), value);
        }
    }

    @Override
    public String toString() {
        return "FileOrder[" + rows.size() + " rows]";
    }
}
