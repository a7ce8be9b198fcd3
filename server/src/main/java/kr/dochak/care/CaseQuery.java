package kr.dochak.care;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases as lists and figures; every list is read along an index and by key. */
@Repository
class CaseQuery {

    private record After(Instant at, long id) {}

    private final JdbcClient jdbc;

    CaseQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Unsolved cases, the most pressing first. */
    Keyset<SupportCase> unsolved(CaseFilter filter, Instant now, @Nullable String cursor, int limit) {
        After after = after(cursor);
        List<SupportCase> rows = filtered("""
                        select * from care.support_case
                        where tenant_id = :tenant and status <> 'SOLVED'
                          and (:status::text is null or status = :status)
                          and (:type::text is null or type = :type)
                          and (:owner::bigint is null or owner_id = :owner)
                          and (not :unassigned or owner_id is null)
                          and (not :overdue or attention_at < :now)
                          and (:number::text is null or strpos(case_no, upper(:number)) > 0)
                          and (:afterAt::timestamptz is null or (attention_at, id) > (:afterAt::timestamptz, :afterId))
                        order by attention_at, id
                        limit :limit
                        """, filter, after, limit)
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("unassigned", filter.unassigned())
                .param("overdue", filter.overdue())
                .param("now", Sql.at(now))
                .query(CaseRows::supportCase)
                .list();
        return Keyset.of(rows, limit, last -> last.attentionAt() + "_" + last.caseId());
    }

    /** Solved cases, the latest first. */
    Keyset<SupportCase> solved(CaseFilter filter, @Nullable String cursor, int limit) {
        List<SupportCase> rows = filtered("""
                        select * from care.support_case
                        where tenant_id = :tenant and status = 'SOLVED'
                          and (:type::text is null or type = :type)
                          and (:owner::bigint is null or owner_id = :owner)
                          and (:number::text is null or strpos(case_no, upper(:number)) > 0)
                          and (:afterAt::timestamptz is null or (solved_at, id) < (:afterAt::timestamptz, :afterId))
                        order by solved_at desc, id desc
                        limit :limit
                        """, filter, after(cursor), limit)
                .query(CaseRows::supportCase)
                .list();
        return Keyset.of(rows, limit, last -> last.solvedAt() + "_" + last.caseId());
    }

    Optional<SupportCase> byNumber(long tenantId, String caseNo) {
        return jdbc.sql("select * from care.support_case where tenant_id = :tenant and case_no = upper(:no)")
                .param("tenant", tenantId)
                .param("no", caseNo.strip())
                .query(CaseRows::supportCase)
                .optional();
    }

    List<SupportCase> ofOrder(long orderId) {
        return jdbc.sql("select * from care.support_case where order_id = :order order by id desc")
                .param("order", orderId)
                .query(CaseRows::supportCase)
                .list();
    }

    Keyset<SupportCase> ofPerson(long personId, @Nullable String cursor, int limit) {
        List<SupportCase> rows = jdbc.sql("""
                        select * from care.support_case
                        where person_id = :person and (:after::bigint is null or id < :after::bigint)
                        order by id desc
                        limit :limit
                        """)
                .param("person", personId)
                .param("after", cursor == null ? null : number(cursor))
                .param("limit", limit + 1)
                .query(CaseRows::supportCase)
                .list();
        return Keyset.of(rows, limit, last -> Long.toString(last.caseId()));
    }

    /** Counted over the open cases alone, along the index of the queue; the solved ones are never touched. */
    CaseFigures figures(long tenantId, Instant now) {
        return jdbc.sql("""
                        select count(*) as open,
                            count(*) filter (where owner_id is null) as unassigned,
                            count(*) filter (where attention_at < :now) as overdue,
                            count(*) filter (where attention_at >= :now and attention_at < :hour) as soon
                        from care.support_case
                        where tenant_id = :tenant and status <> 'SOLVED'
                        """)
                .param("tenant", tenantId)
                .param("now", Sql.at(now))
                .param("hour", Sql.at(now.plusSeconds(3600)))
                .query((row, n) -> new CaseFigures(
                        row.getLong("open"), row.getLong("unassigned"), row.getLong("overdue"), row.getLong("soon")))
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, CaseFilter filter, @Nullable After after, int limit) {
        return jdbc.sql(sql)
                .param("tenant", filter.tenantId())
                .param("type", filter.type() == null ? null : filter.type().name())
                .param("owner", filter.ownerId())
                .param("number", filter.caseNo())
                .param("afterAt", after == null ? null : Sql.at(after.at()))
                .param("afterId", after == null ? 0 : after.id())
                .param("limit", limit + 1);
    }

    private static @Nullable After after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split("_", -1);
        if (parts.length != 2) {
            throw badCursor();
        }
        try {
            return new After(Instant.parse(parts[0]), number(parts[1]));
        } catch (DateTimeParseException e) {
            throw badCursor();
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw badCursor();
        }
    }

    private static Problem badCursor() {
        return Problem.badRequest("cursor", "The cursor is not one of ours; start again without it.");
    }
}
