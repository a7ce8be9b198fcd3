package kr.dochak.orders.imports;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.identity.vault.PhoneNumber;
import kr.dochak.orders.OrderStatus;
import kr.dochak.sheets.SheetMapping;
import kr.dochak.sheets.SheetRow;

/** Makes of the rows of one order what the API would take. */
final class FileTree {

    private static final Pattern REFERENCE = Pattern.compile("\\{([^}]+)}");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
    private static final int LONGEST_NAME = 200;

    private FileTree() {}

    /**
     * The order as the API would take it.
     *
     * @param paid false while it waits for its payment
     * @param whole false when lines of it were left out: then what was paid for all of it says nothing of the rest
     */
    static Map<String, Object> of(FileOrder order, SheetMapping mapping, boolean whole, boolean paid) {
        Map<String, Object> values = ofOrder(order);
        phone(values, "customer");
        phone(values, "recipient");
        if (String.valueOf(values.getOrDefault("customer.id", "")).contains("*")) {
            values.remove("customer.id"); // masked, and so the same for several people
        }
        clock(values);
        detail(values);
        if (!paid) {
            values.remove("paidAt");
            values.put("status", OrderStatus.UNPAID.name());
        }
        mapping.otherwise().forEach((field, text) -> otherwise(field, text, values));
        FileAmounts amounts = FileAmounts.of(order, values, mapping.discountFromTotal(), whole);
        Map<String, Object> tree = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (!field.startsWith("amounts.") && !field.startsWith("discount.")) {
                put(tree, field, value);
            }
        });
        amounts.into(tree);
        tree.put("items", items(order, amounts));
        return tree;
    }

    private static Map<String, Object> ofOrder(FileOrder order) {
        Set<String> fields = new LinkedHashSet<>();
        order.rows().forEach(row -> fields.addAll(row.values().keySet()));
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : fields) {
            Object value = FileOrder.isOfOrder(field) ? order.value(field) : null;
            if (value != null) {
                values.put(field, value);
            }
        }
        return values;
    }

    /** The first that is a number; a mall leaves the better one empty or writes {@code --} into it. */
    private static void phone(Map<String, Object> values, String whose) {
        Object second = values.remove(whose + ".phone2");
        Object first = values.get(whose + ".phone");
        if (second != null
                && (first == null || PhoneNumber.parse(String.valueOf(first)).isEmpty())) {
            values.put(whose + ".phone", second);
        }
    }

    /** Some files have the day and the time in two columns. */
    private static void clock(Map<String, Object> values) {
        Matcher clock = CLOCK.matcher(
                String.valueOf(values.getOrDefault("orderedTime", "")).strip());
        values.remove("orderedTime");
        if (clock.matches() && values.get("orderedAt") instanceof String day) {
            try {
                OffsetDateTime at = OffsetDateTime.parse(day);
                LocalTime time = LocalTime.of(
                        Integer.parseInt(clock.group(1)),
                        Integer.parseInt(clock.group(2)),
                        clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3)));
                if (at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
                    values.put("orderedAt", at.with(time).toString());
                }
            } catch (DateTimeException e) {
                values.remove("orderedAt"); // a day with a time that is none is no moment
            }
        }
    }

    /** An address that is written whole has its details in it already. */
    private static void detail(Map<String, Object> values) {
        Object whole = values.get("recipient.address1");
        Object detail = values.get("recipient.address2");
        if (whole != null && detail != null && String.valueOf(whole).contains(String.valueOf(detail))) {
            values.remove("recipient.address2");
        }
    }

    private static void otherwise(String field, String text, Map<String, Object> values) {
        if (FileOrder.isOfOrder(field) && !values.containsKey(field)) {
            String filled = REFERENCE
                    .matcher(text)
                    .replaceAll(
                            found -> Matcher.quoteReplacement(String.valueOf(values.getOrDefault(found.group(1), ""))));
            values.put(field, filled);
        }
    }

    private static List<Map<String, Object>> items(FileOrder order, FileAmounts amounts) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < order.rows().size(); i++) {
            SheetRow row = order.rows().get(i);
            Map<String, Object> item = new LinkedHashMap<>();
            row.values().forEach((field, value) -> {
                if (field.startsWith(FileOrder.ITEM)) {
                    item.put(field.substring(FileOrder.ITEM.length()), value);
                }
            });
            item.computeIfPresent("name", (field, name) -> named(String.valueOf(name), row));
            amounts.priced(i, item);
            items.add(item);
        }
        return items;
    }

    /** The name with the option that was chosen, unless the name says it. */
    private static String named(String name, SheetRow row) {
        String option = String.valueOf(row.values().getOrDefault(FileOrder.ROW + "option", ""));
        if (option.isEmpty() || option.equals("-") || name.contains(option)) {
            return name;
        }
        String whole = name + " / " + option;
        return whole.length() <= LONGEST_NAME ? whole : name;
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
}
