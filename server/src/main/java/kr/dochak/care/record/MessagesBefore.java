package kr.dochak.care.record;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages of cases. */
@Component
@Order(5)
class MessagesBefore extends WordsBefore {

    MessagesBefore(JdbcClient jdbc, CaseMasks masks, Originals originals) {
        super(jdbc, masks, originals);
    }

    @Override
    public String table() {
        return "care.case_message";
    }

    @Override
    public void vacuum() {
        jdbc.sql("vacuum care.case_message").update();
    }

    @Override
    public int batch() {
        List<Row> rows = rows(jdbc.sql("""
                select m.id, m.case_id, c.person_id, c.order_id, m.body as words
                from care.case_message m join care.support_case c on c.id = m.case_id
                where not m.masked
                order by m.id limit :limit for update of m
                """));
        return rows.isEmpty()
                ? 0
                : jdbc.sql("""
                update care.case_message m set body = u.words, masked = true
                from unnest(:ids::bigint[], :words::text[]) as u (id, words) where m.id = u.id
                """)
                        .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
                        .param("words", masked(rows, Originals.Place.MESSAGE))
                        .update();
    }
}
