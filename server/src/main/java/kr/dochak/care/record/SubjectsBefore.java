package kr.dochak.care.record;

import java.util.List;
import kr.dochak.care.answers.CaseWords;
import kr.dochak.database.Conversion;
import kr.dochak.identity.masking.FreeText;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Subjects of cases, which are the first words of a message, and notes of tasks; their originals stand in the messages. */
@Component
@Order(4)
class SubjectsBefore implements Conversion {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final CaseMasks masks;

    SubjectsBefore(JdbcClient jdbc, CaseMasks masks) {
        this.jdbc = jdbc;
        this.masks = masks;
    }

    private record Row(long id, CaseMasks.Typed typed) {}

    @Override
    public String table() {
        return "care.support_case";
    }

    @Override
    public void vacuum() {
        jdbc.sql("vacuum care.support_case").update();
    }

    @Override
    public int batch() {
        return subjects() + notes();
    }

    private int subjects() {
        List<Row> rows = rows(jdbc.sql("""
                select id, person_id, order_id, subject as words from care.support_case
                where not masked order by id limit :limit for update
                """));
        return rows.isEmpty()
                ? 0
                : jdbc.sql("""
                update care.support_case c set subject = u.words, masked = true
                from unnest(:ids::bigint[], :words::text[]) as u (id, words) where c.id = u.id
                """)
                        .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
                        .param(
                                "words",
                                masked(rows).stream().map(CaseWords::subject).toArray(String[]::new))
                        .update();
    }

    private int notes() {
        List<Row> rows = rows(jdbc.sql("""
                select id, person_id, order_id, note as words from care.task
                where not masked order by id limit :limit for update
                """));
        return rows.isEmpty()
                ? 0
                : jdbc.sql("""
                update care.task t set note = u.words, masked = true
                from unnest(:ids::bigint[], :words::text[]) as u (id, words) where t.id = u.id
                """)
                        .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
                        .param(
                                "words",
                                masked(rows).stream().map(WordsBefore::cut).toArray(String[]::new))
                        .update();
    }

    private List<String> masked(List<Row> rows) {
        return masks.all(rows.stream().map(Row::typed).toList()).stream()
                .map(FreeText::masked)
                .toList();
    }

    private List<Row> rows(JdbcClient.StatementSpec statement) {
        return statement
                .param("limit", BATCH)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        new CaseMasks.Typed(
                                new PersonId(row.getLong("person_id")),
                                OrderId.ofNullable(row.getObject("order_id", Long.class)),
                                row.getString("words"))))
                .list();
    }
}
