package kr.dochak.care.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.identity.vault.PersonalTexts;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Words of cases as they were typed, where something in them leads to a person: sealed under the customer's key, so that they
 * end with it. What stands on the case has a placeholder for each such part.
 */
@Repository
class Originals {

    /** Where the words stand. */
    enum Place {
        MESSAGE,
        EVENT
    }

    /** Words in the clear, of one row of a place. */
    record Clear(long rowId, CaseId caseId, PersonId personId, String words) {}

    private final JdbcClient jdbc;
    private final PersonalTexts texts;

    Originals(JdbcClient jdbc, PersonalTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Keeps them; of people who are erased nothing is kept. */
    void add(Place place, List<Clear> originals) {
        if (originals.isEmpty()) {
            return;
        }
        List<byte @Nullable []> sealed = texts.seal(originals.stream()
                .map(each -> new PersonalTexts.Clear(each.personId(), belongsTo(place, each.rowId()), each.words()))
                .toList());
        for (int i = 0; i < originals.size(); i++) {
            Clear each = originals.get(i);
            if (sealed.get(i) != null) {
                jdbc.sql("""
                        insert into care.original (place, row_id, case_id, person_id, sealed)
                        values (:place, :row, :case, :person, :sealed)
                        """)
                        .param("place", place.name())
                        .param("row", each.rowId())
                        .param("case", each.caseId().value())
                        .param("person", each.personId().value())
                        .param("sealed", sealed.get(i))
                        .update();
            }
        }
    }

    /** By row; missing where nothing was hidden, or the person is erased. */
    Map<Long, String> open(Place place, List<Long> rowIds) {
        record Row(long rowId, PersonalTexts.Sealed sealed) {}
        if (rowIds.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = new ArrayList<>(jdbc.sql("""
                select row_id, person_id, sealed from care.original where place = :place and row_id = any (:rows)
                """)
                .param("place", place.name())
                .param("rows", rowIds.toArray(Long[]::new))
                .query((row, n) -> new Row(
                        row.getLong("row_id"),
                        new PersonalTexts.Sealed(
                                new PersonId(row.getLong("person_id")),
                                belongsTo(place, row.getLong("row_id")),
                                row.getBytes("sealed"))))
                .list());
        List<@Nullable String> opened =
                texts.open(rows.stream().map(Row::sealed).toList());
        Map<Long, String> byRow = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String words = opened.get(i);
            if (words != null) {
                byRow.put(rows.get(i).rowId(), words);
            }
        }
        return byRow;
    }

    private static String belongsTo(Place place, long rowId) {
        return "case/" + place + "/" + rowId;
    }
}
