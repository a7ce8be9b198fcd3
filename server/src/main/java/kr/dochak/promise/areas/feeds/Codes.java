package kr.dochak.promise.areas.feeds;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.dochak.shared.CsvTable;

/** What the codes of one source mean, field by field, from its table; a code that is in no row has no meaning. */
final class Codes {

    private final Map<String, Map<String, String>> fields = new LinkedHashMap<>();

    Codes(String table) {
        CsvTable.rows("/areas/" + table)
                .forEach(row -> fields.computeIfAbsent(row.getField("field"), field -> new LinkedHashMap<>())
                        .put(row.getField("code"), row.getField("means")));
    }

    Optional<String> is(String field, String code) {
        return Optional.ofNullable(of(field).get(code));
    }

    /** By words that a text contains; of these the first in the file counts. */
    Optional<String> has(String field, String text) {
        return of(field).entrySet().stream()
                .filter(row -> text.contains(row.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Map<String, String> of(String field) {
        return Objects.requireNonNull(fields.get(field), field);
    }
}
