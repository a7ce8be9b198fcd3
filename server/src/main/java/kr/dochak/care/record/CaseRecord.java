package kr.dochak.care.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.masking.FreeText;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Id;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.OrderId;
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

    private static final int MOST_EVENTS = 200;

    private final JdbcClient jdbc;
    private final CaseMasks masks;
    private final Originals originals;

    CaseRecord(JdbcClient jdbc, CaseMasks masks, Originals originals) {
        this.jdbc = jdbc;
        this.masks = masks;
        this.originals = originals;
    }

    public Optional<KnownMessage> known(Speaker who, String key) {
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

    /**
     * Writes what was said, and answers its id. What leads to a person stands behind placeholders, and as it was typed it is
     * sealed under the customer's key; the product's own words name nobody.
     */
    public long add(CaseId caseId, Speaker who, String body, String key, Instant at) {
        About about = about(caseId);
        FreeText text = who.author() == CaseMessage.Author.SYSTEM
                ? new FreeText(body, body)
                : masks.of(about.personId(), about.orderId(), body);
        long id = jdbc.sql("""
                insert into care.case_message (case_id, author, author_id, author_name, body, at, key)
                values (:case, :author, :id, :name, :body, :at, :key)
                returning id
                """)
                .param("case", caseId.value())
                .param("author", who.author().name())
                .param("id", who.id())
                .param("name", who.name())
                .param("body", WordsBefore.cut(text.masked()))
                .param("at", Sql.at(at))
                .param("key", key)
                .query(Long.class)
                .single();
        if (text.holdsPersonalParts()) {
            originals.add(
                    Originals.Place.MESSAGE, List.of(new Originals.Clear(id, caseId, about.personId(), text.clear())));
        }
        return id;
    }

    public void note(CaseId caseId, CaseEvent.Kind kind, @Nullable Long staffId, String detail, Instant at) {
        About about = about(caseId);
        FreeText text = staffId == null || detail.isBlank()
                ? new FreeText(detail, detail)
                : masks.of(about.personId(), about.orderId(), detail);
        long id = jdbc.sql("""
                insert into care.case_event (case_id, kind, staff_id, detail, at)
                values (:case, :kind, :staff, :detail, :at)
                returning id
                """)
                .param("case", caseId.value())
                .param("kind", kind.name())
                .param("staff", staffId)
                .param("detail", text.masked())
                .param("at", Sql.at(at))
                .query(Long.class)
                .single();
        if (text.holdsPersonalParts()) {
            originals.add(
                    Originals.Place.EVENT, List.of(new Originals.Clear(id, caseId, about.personId(), text.clear())));
        }
    }

    private record About(PersonId personId, @Nullable OrderId orderId) {}

    private About about(CaseId caseId) {
        return jdbc.sql("select person_id, order_id from care.support_case where id = :id")
                .param("id", caseId.value())
                .query((row, n) -> new About(
                        new PersonId(row.getLong("person_id")),
                        OrderId.ofNullable(row.getObject("order_id", Long.class))))
                .single();
    }

    /** Words about a person with placeholders for what leads to anybody. */
    public String masked(PersonId personId, @Nullable OrderId orderId, String words) {
        return words.isBlank() ? words : masks.of(personId, orderId, words).masked();
    }

    /** Messages as they were typed, by id; those that hide nothing are missing, and those of erased people. */
    public Map<Long, String> asTyped(List<CaseMessage> messages) {
        return originals.open(
                Originals.Place.MESSAGE,
                messages.stream().map(CaseMessage::messageId).toList());
    }

    /** A page of what was said, oldest first, that ends before the cursor; without one it ends with the last message. */
    public Keyset<CaseMessage> conversation(CaseId caseId, @Nullable String before, int limit) {
        List<CaseMessage> rows = jdbc.sql("""
                select m.*, exists (
                    select from care.original o where o.place = 'MESSAGE' and o.row_id = m.id) as hides
                from care.case_message m
                where case_id = :case and id < :before
                order by id desc
                limit :limit
                """)
                .param("case", caseId.value())
                .param("before", Cursor.read(before).number(0, Long.MAX_VALUE))
                .param("limit", limit + 1)
                .query(CaseRows::message)
                .list();
        Keyset<CaseMessage> page = Keyset.of(rows, limit, last -> Cursor.after(last.messageId()));
        return new Keyset<>(page.items().reversed(), page.next());
    }

    /** All that was said, oldest first: for a copy that somebody takes along, and for what law keeps. */
    public List<CaseMessage> conversation(CaseId caseId) {
        return conversation(caseId, null, Integer.MAX_VALUE - 1).items();
    }

    /** Whether the customer wrote anything on it after this moment. */
    public boolean customerWroteAfter(CaseId caseId, Instant at) {
        return jdbc.sql("""
                select exists (
                    select from care.case_message where case_id = :case and author = 'CUSTOMER' and at > :at)
                """)
                .param("case", caseId.value())
                .param("at", Sql.at(at))
                .query(Boolean.class)
                .single();
    }

    /** When the customer wrote the first of their last {@code most} messages about an order, if all are younger than this. */
    public Optional<Instant> written(PersonId personId, @Nullable OrderId orderId, int most, Instant since) {
        return jdbc.sql("""
                select m.at from care.support_case c
                join care.case_message m on m.case_id = c.id
                where c.person_id = :person and c.order_id is not distinct from :order::bigint
                  and m.author = 'CUSTOMER' and m.at > :since
                order by m.at desc, m.id desc
                offset :most - 1 limit 1
                """)
                .param("person", personId.value())
                .param("order", Id.valueOf(orderId))
                .param("since", Sql.at(since))
                .param("most", most)
                .query((row, n) -> Sql.moment(row, "at"))
                .optional();
    }

    /** The last of what was done, oldest first. */
    public List<CaseEvent> history(CaseId caseId) {
        return jdbc.sql("""
                select * from (
                    select * from care.case_event where case_id = :case order by id desc limit :most) last
                order by id
                """)
                .param("case", caseId.value())
                .param("most", MOST_EVENTS)
                .query(CaseRows::event)
                .list();
    }
}
