package kr.dochak.sheets;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a company's file says what we need: which heading is which field, and how its values are written. It is data
 * ({@code mappings/*.json}); a company adds its own without a programmer.
 *
 * @param name what callers name it by
 * @param of what the rows are, {@code orders} or {@code shipments}
 * @param groupBy the field by which rows that stand together are one thing, such as {@code orderNo}
 * @param zone the time zone of times without one, {@code Asia/Seoul}
 * @param moments patterns of times, tried in order; times in ISO form are always understood
 * @param discountFromTotal true when the file has a total but no discount: the discount is what the total lacks
 * @param otherwise values of fields the file does not fill; <code>{field}</code> stands for another field's value
 */
public record SheetMapping(
        String name,
        String of,
        String groupBy,
        String zone,
        List<String> moments,
        boolean discountFromTotal,
        List<Column> columns,
        Map<String, String> otherwise) {

    /**
     * A column of the file.
     *
     * @param field the field's path, {@code recipient.name}; {@code items[].name} for one of each row
     * @param headings what its heading may be; spaces and case do not matter
     * @param required the file is refused without this column
     * @param as how its values are written
     * @param values other words for values, {@code 카드 → CARD}
     */
    public record Column(String field, List<String> headings, boolean required, As as, Map<String, String> values) {}

    /** How a cell is written. */
    public enum As {
        TEXT,
        MOMENT,
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

    /** A heading as it is compared: without spaces, marks and case. */
    static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\uFEFF*()_\\-\\[\\]]", "")
                .toLowerCase(Locale.ROOT);
    }
}
