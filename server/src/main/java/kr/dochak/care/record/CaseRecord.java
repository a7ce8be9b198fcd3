package kr.dochak.care.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written and done on cases; only ever added to (CAR-10). */
@Repository
public class CaseRecord {

    /** Who writes something: staff and customers by their id, the product itself as 0. */
    public record Speaker(
            CaseMessage.Author author, long id, @Nullable String name) {

        public static final Speaker SYSTEM = new Speaker(CaseMessage.Author.SYSTEM, 0, null);

        public static Speaker customer(PersonId personId) {
            return new Speaker(CaseMessage.Author.CUSTOMER, personId.value(), null);
        }

        public static Speaker agent(CaseOwner staff) {
            return new Speaker(CaseMessage.Author.AGENT, staff.staffId(), staff.name());
        }
    }

    /** Where a message with a key already is, and whether it opened the case. */
    public record KnownMessage(CaseId caseId, boolean first) {}

    private final JdbcClient jdbc;

    CaseRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<KnownMessage> said(Speaker who, String key) {
        return jdbc.sql("""
                        select m.case_id, not exists (
                            select 1 from care.case_message e where e.case_id = m.case_id and e.id < m.id) as first
                        from care.case_message m
                        where m.author = :author and m.author_id = :id and m.key = :key
                        """)
                .param("author", who.author().name())
                .param("id", who.id())
                .param("key", key)
                /** Answers the id of what was written. */
                .query((row, n) -> new KnownMessage(new CaseId(row.getLong("case_id")), row.getBoolean("first")))
                .optional();
    }

    public long say(CaseId caseId, Speaker who, String body, String key, Instant at) {
        return jdbc.sql("""
                insert into care.case_message (case_id, author, author_id, author_name, body, at, key)
                values (:case, :author, :id, :name, :body, :at, :key)
                returning id
                """)
                .param("case", caseId.value())
                .param("author", who.author().name())
                .param("id", who.id())
                .param("name", who.name())
                .param("body", body)
                .param("at", Sql.at(at))
                .param("key", key)
                .query(Long.class)
                .single();
    }

    public void note(CaseId caseId, CaseEvent.Kind kind, @Nullable Long staffId, String detail, Instant at) {
        jdbc.sql("""
                insert into care.case_event (case_id, kind, staff_id, detail, at)
                values (:case, :kind, :staff, :detail, :at)
                """)
                .param("case", caseId.value())
                .param("kind", kind.name())
                .param("staff", staffId)
                .param("detail", detail)
                .param("at", Sql.at(at))
                .update();
    }

    public List<CaseMessage> conversation(CaseId caseId) {
        return jdbc.sql("select * from care.case_message where case_id = :case order by id")
                .param("case", caseId.value())
                .query(CaseRows::message)
                .list();
    }

    public List<CaseEvent> history(CaseId caseId) {
        return jdbc.sql("select * from care.case_event where case_id = :case order by id")
                .param("case", caseId.value())
                .query(CaseRows::event)
                .list();
    }
}
