package kr.dochak.sheets;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a company's file says what we need: which heading is which field, and how its values are written. It is data
 * ({@code mappings/*.json}); a company adds its own without a programmer.
 *
 * @param name what callers name it by
 * @param title what people call the file, by language: {@code ko}, {@code en}
 * @param of what the rows are, {@code orders} or {@code shipments}
 * @param groupBy the field by which rows that stand together are one thing, such as {@code orderNo}
 * @param zone the time zone of times without one, {@code Asia/Seoul}
 * @param moments patterns of times, tried first; times with the year in front are always understood
 * @param discountFromTotal true when the file has a total but no discount: the discount is what the total lacks
 * @param unpaidWithout the field that is empty while an order is not paid, where the file says so in no other way
 * @param otherwise values of fields the file does not fill; <code>{field}</code> stands for another field's value
 * @param watched parts of headings that concern money or the state of an order: such a column is named when it is not used
 * @param ignored headings that are known and not needed
 */
public record SheetMapping(
        String name,
        Map<String, String> title,
        String of,
        String groupBy,
        String zone,
        List<String> moments,
        boolean discountFromTotal,
        @Nullable String unpaidWithout,
        List<Column> columns,
        Map<String, String> otherwise,
        List<String> watched,
        List<String> ignored) {

    private static final Pattern REFERENCE = Pattern.compile("\\{([^}]+)}");

    /**
     * A column of the file.
     *
     * @param field the field's path, {@code recipient.name}; {@code items[].name} for one of each row
     * @param headings what its heading may be, the best first; spaces, case, marks and {@code (KRW)} do not matter
     * @param required the file is refused without this column
     * @param as how its values are written
     * @param values other words for values, {@code 카드 → CARD}
     */
    public record Column(String field, List<String> headings, boolean required, As as, Map<String, String> values) {}

    /** How a cell is written. */
    public enum As {
        TEXT,
        /** An identifier: a number or date that a spreadsheet made of it is an error. */
        CODE,
        MOMENT,
        /** A moment; a date alone is the end of that day. */
        MOMENT_END,
        WON,
        COUNT,
        POSTCODE,
        PHONE
    }

    /** The heading of a field, to be named to people; the field itself when it has no column. */
    public String headingOf(String field) {
        return columns.stream()
                .filter(column -> column.field().equals(field))
                .map(column -> column.headings().getFirst())
                .findFirst()
                .orElse(field);
    }

    /** Whether a field is filled from others that the file fills. */
    boolean isFilledOtherwise(String field, Set<String> filled) {
        String text = otherwise.get(field);
        return text != null
                && REFERENCE
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .allMatch(filled::contains);
    }
}
