package kr.dochak.care.record;

import java.util.ArrayList;
import java.util.List;
import kr.dochak.database.Conversion;
import kr.dochak.identity.masking.FreeText;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words that an earlier version kept on cases in the clear: what leads to a person moves under their key. */
abstract class WordsBefore implements Conversion {

    private static final int BATCH = 500;
    private static final int LONGEST = 4_000;

    final JdbcClient jdbc;
    private final CaseMasks masks;
    private final Originals originals;

    WordsBefore(JdbcClient jdbc, CaseMasks masks, Originals originals) {
        this.jdbc = jdbc;
        this.masks = masks;
        this.originals = originals;
    }

    record Row(long id, CaseId caseId, CaseMasks.Typed typed) {}

    /** Rows that nobody has looked at, by a statement that answers id, case_id, person_id, order_id and words. */
    List<Row> rows(JdbcClient.StatementSpec statement) {
        return statement
                .param("limit", BATCH)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        new CaseId(row.getLong("case_id")),
                        new CaseMasks.Typed(
                                new PersonId(row.getLong("person_id")),
                                OrderId.ofNullable(row.getObject("order_id", Long.class)),
                                row.getString("words"))))
                .list();
    }

    /** The words of each row with placeholders; the originals go where they are sealed. */
    String[] masked(List<Row> rows, Originals.Place place) {
        List<FreeText> texts = masks.all(rows.stream().map(Row::typed).toList());
        List<Originals.Clear> sealed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (texts.get(i).holdsPersonalParts()) {
                sealed.add(new Originals.Clear(
                        row.id(),
                        row.caseId(),
                        row.typed().personId(),
                        row.typed().words()));
            }
        }
        originals.add(place, sealed);
        return texts.stream().map(text -> cut(text.masked())).toArray(String[]::new);
    }

    static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }
}
