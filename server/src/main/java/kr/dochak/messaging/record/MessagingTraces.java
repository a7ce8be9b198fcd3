package kr.dochak.messaging.record;

import java.util.List;
import java.util.Map;
import kr.dochak.database.Sql;
import kr.dochak.identity.erasure.PersonTraces;
import kr.dochak.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Messages of somebody who leaves (IDN-3). What was said stands with places instead of names, whose values are sealed under the
 * person's key; what was chosen goes, and what was consented to stays as evidence.
 */
@Component
class MessagingTraces implements PersonTraces {

    private final JdbcClient jdbc;

    MessagingTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return "messaging";
    }

    @Override
    public int forget(PersonId person) {
        int held = jdbc.sql("""
                update messaging.notice set state = 'WITHDRAWN' where person_id = :person and state = 'HELD'
                """).param("person", person.value()).update();
        return held
                + jdbc.sql("delete from messaging.preference where person_id = :person")
                        .param("person", person.value())
                        .update();
    }

    @Override
    public Map<String, Object> export(PersonId person) {
        List<Map<String, Object>> told = jdbc.sql("""
                select t.channel, t.language, t.title, t.body, t.written_at
                from messaging.sent_text t join messaging.notice n on n.id = t.notice_id
                where n.person_id = :person order by t.written_at, t.channel, t.language
                """)
                .param("person", person.value())
                .query((row, n) -> Map.<String, Object>of(
                        "at", Sql.moment(row, "written_at").toString(),
                        "channel", row.getString("channel"),
                        "language", row.getString("language"),
                        "title", row.getString("title"),
                        "text", row.getString("body")))
                .list();
        List<Map<String, Object>> consents = jdbc.sql("""
                select purpose, given, source, at from messaging.consent where person_id = :person order by id
                """)
                .param("person", person.value())
                .query((row, n) -> Map.<String, Object>of(
                        "at", Sql.moment(row, "at").toString(),
                        "purpose", row.getString("purpose"),
                        "given", row.getBoolean("given"),
                        "where", row.getString("source")))
                .list();
        return Map.of("messages", told, "consents", consents);
    }
}
