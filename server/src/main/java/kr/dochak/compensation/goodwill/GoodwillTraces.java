package kr.dochak.compensation.goodwill;

import java.util.List;
import java.util.Map;
import kr.dochak.database.Sql;
import kr.dochak.identity.erasure.Hindrance;
import kr.dochak.identity.erasure.PersonTraces;
import kr.dochak.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was given to somebody who leaves (IDN-3): the amounts stay in the ledger, what staff wrote for a reason goes. */
@Component
class GoodwillTraces implements PersonTraces {

    private final JdbcClient jdbc;

    GoodwillTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return "compensation";
    }

    /** What is proposed and not decided is still owed. */
    @Override
    public List<Hindrance> hindrances(PersonId person) {
        int pending = jdbc.sql("""
                select count(*) from compensation.goodwill
                where person_id = :person and granted_at is null and refused_at is null
                """)
                .param("person", person.value())
                .query(Integer.class)
                .single();
        return pending == 0 ? List.of() : List.of(new Hindrance("goodwill", pending));
    }

    @Override
    public int forget(PersonId person) {
        return jdbc.sql("update compensation.goodwill set reason = '–' where person_id = :person")
                .param("person", person.value())
                .update();
    }

    @Override
    public Map<String, Object> export(PersonId person) {
        List<Map<String, Object>> grants = jdbc.sql("""
                select rule_id, cause, kind, value_won, at from compensation.grant_decision where person_id = :person order by at
                """)
                .param("person", person.value())
                .query((row, n) -> Map.<String, Object>of(
                        "at", Sql.moment(row, "at").toString(),
                        "rule", row.getString("rule_id"),
                        "cause", row.getString("cause"),
                        "kind", row.getString("kind"),
                        "won", row.getLong("value_won")))
                .list();
        List<Map<String, Object>> goodwill = jdbc.sql("""
                select won, reason, made_at from compensation.goodwill where person_id = :person order by id
                """)
                .param("person", person.value())
                .query((row, n) -> Map.<String, Object>of(
                        "at", Sql.moment(row, "made_at").toString(),
                        "won", row.getLong("won"),
                        "reason", row.getString("reason")))
                .list();
        return Map.of("compensations", grants, "goodwill", goodwill);
    }
}
