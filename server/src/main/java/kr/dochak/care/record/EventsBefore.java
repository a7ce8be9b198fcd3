package kr.dochak.care.record;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What staff noted on cases. */
@Component
@Order(6)
class EventsBefore extends WordsBefore {

    EventsBefore(JdbcClient jdbc, CaseMasks masks, Originals originals) {
        super(jdbc, masks, originals);
    }

    @Override
    public String table() {
        return "care.case_event";
    }

    @Override
    public void vacuum() {
        jdbc.sql("vacuum care.case_event").update();
    }

    @Override
    public int batch() {
        List<Row> rows = rows(jdbc.sql("""
                select e.id, e.case_id, c.person_id, c.order_id, e.detail as words
                from care.case_event e join care.support_case c on c.id = e.case_id
                where not e.masked
                order by e.id limit :limit for update of e
                """));
        return rows.isEmpty()
                ? 0
                : jdbc.sql("""
                update care.case_event e set detail = u.words, masked = true
                from unnest(:ids::bigint[], :words::text[]) as u (id, words) where e.id = u.id
                """)
                        .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
                        .param("words", masked(rows, Originals.Place.EVENT))
                        .update();
    }
}
