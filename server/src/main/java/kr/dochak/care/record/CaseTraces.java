package kr.dochak.care.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.care.ratings.DeliveryRatings;
import kr.dochak.database.Sql;
import kr.dochak.identity.erasure.Hindrance;
import kr.dochak.identity.erasure.LegalRecord;
import kr.dochak.identity.erasure.PersonTraces;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases and ratings of somebody who leaves: what was complained of is kept by law and apart, here its words go (IDN-3). */
@Component
class CaseTraces implements PersonTraces {

    /** What stands in the place of words that were erased. */
    private static final String ERASED = "–";

    private final JdbcClient jdbc;
    private final CaseRecord record;
    private final DeliveryRatings ratings;

    CaseTraces(JdbcClient jdbc, CaseRecord record, DeliveryRatings ratings) {
        this.jdbc = jdbc;
        this.record = record;
        this.ratings = ratings;
    }

    @Override
    public String module() {
        return "care";
    }

    /** An open case is a claim: it is answered first. */
    @Override
    public List<Hindrance> hindrances(PersonId person) {
        int open = jdbc.sql("select count(*) from care.support_case where person_id = :person and status <> 'SOLVED'")
                .param("person", person.value())
                .query(Integer.class)
                .single();
        return open == 0 ? List.of() : List.of(new Hindrance("cases", open));
    }

    private record Found(
            long id,
            String caseNo,
            String type,
            String subject,
            Instant openedAt,
            @Nullable Instant solvedAt) {}

    private List<Found> of(PersonId person) {
        return jdbc.sql("""
                select id, case_no, type, subject, opened_at, solved_at
                from care.support_case where person_id = :person order by id
                """)
                .param("person", person.value())
                .query((row, n) -> new Found(
                        row.getLong("id"),
                        row.getString("case_no"),
                        row.getString("type"),
                        row.getString("subject"),
                        Sql.moment(row, "opened_at"),
                        Sql.instant(row, "solved_at")))
                .list();
    }

    /** @param asTyped with the words as they were typed, for the person; law keeps the clear words */
    private Map<String, Object> described(Found found, boolean asTyped) {
        List<CaseMessage> messages = record.conversation(new CaseId(found.id()));
        Map<Long, String> typed = asTyped ? record.asTyped(messages) : Map.of();
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("caseNo", found.caseNo());
        described.put("type", found.type());
        described.put("subject", found.subject());
        described.put("openedAt", found.openedAt().toString());
        described.put(
                "solvedAt", found.solvedAt() == null ? null : found.solvedAt().toString());
        described.put(
                "messages",
                messages.stream()
                        .map(each -> Map.<String, Object>of(
                                "by",
                                each.author().name(),
                                "at",
                                each.at().toString(),
                                "text",
                                typed.getOrDefault(each.messageId(), each.body())))
                        .toList());
        return described;
    }

    @Override
    public List<LegalRecord> keptByLaw(PersonId person) {
        return of(person).stream()
                .map(found -> new LegalRecord(
                        LegalRecord.Reason.COMPLAINT,
                        found.caseNo(),
                        found.solvedAt() == null ? found.openedAt() : found.solvedAt(),
                        described(found, false)))
                .toList();
    }

    @Override
    public int forget(PersonId person) {
        jdbc.sql("select set_config('care.erasing', 'on', true)").query().singleRow();
        int rows = jdbc.sql("update care.support_case set subject = :erased where person_id = :person")
                .param("person", person.value())
                .param("erased", ERASED)
                .update();
        rows += jdbc.sql("""
                update care.case_message set body = :erased
                where case_id in (select id from care.support_case where person_id = :person)
                """)
                .param("person", person.value())
                .param("erased", ERASED)
                .update();
        rows += jdbc.sql("""
                update care.case_event set detail = :erased
                where case_id in (select id from care.support_case where person_id = :person) and detail <> ''
                """)
                .param("person", person.value())
                .param("erased", ERASED)
                .update();
        rows += jdbc.sql("delete from care.original where person_id = :person")
                .param("person", person.value())
                .update();
        jdbc.sql("select set_config('care.erasing', 'off', true)").query().singleRow();
        return rows + forgetTasks(person);
    }

    /** What staff noted on a task, and what was added to a rating. */
    private int forgetTasks(PersonId person) {
        int rows = jdbc.sql("""
                update care.task set note = :erased where person_id = :person and note <> ''
                """)
                .param("person", person.value())
                .param("erased", ERASED)
                .update();
        return rows + jdbc.sql("""
                update care.delivery_rating set note = '', sealed = null
                where person_id = :person and (note <> '' or sealed is not null)
                """).param("person", person.value()).update();
    }

    @Override
    public Map<String, Object> export(PersonId person) {
        List<Map<String, Object>> cases = new ArrayList<>();
        of(person).forEach(found -> cases.add(described(found, true)));
        List<Map<String, Object>> rated = ratings.ofPerson(person).stream()
                .map(each -> Map.<String, Object>of(
                        "stars",
                        each.stars(),
                        "note",
                        each.note(),
                        "at",
                        each.at().toString()))
                .toList();
        return Map.of("cases", cases, "ratings", rated);
    }
}
