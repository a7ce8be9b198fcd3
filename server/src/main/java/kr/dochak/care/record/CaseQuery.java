package kr.dochak.care.record;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases as lists and figures; every list is read along an index and by key. */
@Repository
public class CaseQuery {

    private final JdbcClient jdbc;

    CaseQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Unsolved cases, the most pressing first. */
    public Keyset<SupportCase> unsolved(CaseFilter filter, Instant now, @Nullable String cursor, int limit) {
        List<SupportCase> rows = filtered(jdbc.sql("""
                        select c.* from unnest(:malls::bigint[]) as mall (id) cross join lateral (
                        select * from care.support_case
                        where tenant_id = mall.id and status <> 'SOLVED'
                          and (:status::text is null or status = :status)
                          and (:type::text is null or type = :type)
                          and (:owners::bigint[] is null or owner_id = any (:owners::bigint[]))
                          and (not :unassigned or owner_id is null)
                          and (not :overdue or attention_at < :now)
                          and (not :escalated or escalated_at is not null and lead_seen_at is null)
                          and (:people::bigint[] is null or person_id = any (:people::bigint[])
                               or strpos(case_no, upper(:number)) > 0)
                          and (:people::bigint[] is not null or :number::text is null or strpos(case_no, upper(:number)) > 0
                               or exists (select from care.case_message m where m.case_id = support_case.id
                                          and strpos(lower(m.body), lower(:number)) > 0))
                          and (:afterAt::timestamptz is null or (attention_at, id) > (:afterAt::timestamptz, :afterId))
                        order by attention_at, id
                        limit :limit) c
                        order by c.attention_at, c.id
                        limit :limit
                        """), filter, cursor, limit)
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("unassigned", filter.unassigned())
                .param("overdue", filter.overdue())
                .param("escalated", filter.escalated())
                .param("now", Sql.at(now))
                .query(CaseRows::supportCase)
                .list();
        return Keyset.of(
                rows,
                limit,
                last -> Cursor.after(last.attentionAt(), last.caseId().value()));
    }

    /** Solved cases, the latest first. */
    public Keyset<SupportCase> solved(CaseFilter filter, @Nullable String cursor, int limit) {
        List<SupportCase> rows = filtered(jdbc.sql("""
                        select c.* from unnest(:malls::bigint[]) as mall (id) cross join lateral (
                        select * from care.support_case
                        where tenant_id = mall.id and status = 'SOLVED'
                          and (:type::text is null or type = :type)
                          and (:owners::bigint[] is null or owner_id = any (:owners::bigint[]))
                          and (:people::bigint[] is null or person_id = any (:people::bigint[])
                               or strpos(case_no, upper(:number)) > 0)
                          and (:people::bigint[] is not null or :number::text is null or strpos(case_no, upper(:number)) > 0
                               or strpos(lower(subject), lower(:number)) > 0)
                          and (:afterAt::timestamptz is null or (solved_at, id) < (:afterAt::timestamptz, :afterId))
                        order by solved_at desc, id desc
                        limit :limit) c
                        order by c.solved_at desc, c.id desc
                        limit :limit
                        """), filter, cursor, limit)
                .query(CaseRows::supportCase)
                .list();
        return Keyset.of(
                rows,
                limit,
                last -> Cursor.after(
                        Objects.requireNonNull(last.solvedAt()), last.caseId().value()));
    }

    public Optional<SupportCase> byNumber(MallId tenantId, String caseNo) {
        return jdbc.sql("select * from care.support_case where tenant_id = :tenant and case_no = upper(:no)")
                .param("tenant", tenantId.value())
                .param("no", caseNo.strip())
                .query(CaseRows::supportCase)
                .optional();
    }

    public List<SupportCase> ofOrder(OrderId orderId) {
        return jdbc.sql("select * from care.support_case where order_id = :order order by id desc")
                .param("order", orderId.value())
                .query(CaseRows::supportCase)
                .list();
    }

    public Keyset<SupportCase> ofPeople(Collection<PersonId> personIds, @Nullable String cursor, int limit) {
        List<SupportCase> rows = jdbc.sql("""
                        select * from care.support_case
                        where person_id = any(:persons) and id < :before
                        order by id desc
                        limit :limit
                        """)
                .param("persons", Sql.ids(personIds))
                .param("before", Cursor.read(cursor).number(0, Long.MAX_VALUE))
                .param("limit", limit + 1)
                .query(CaseRows::supportCase)
                .list();
        return Keyset.of(rows, limit, last -> Cursor.after(last.caseId().value()));
    }

    /** Counted over the open cases alone, along the index of the queue; the solved ones are never touched. */
    public CaseFigures figures(Collection<MallId> malls, Instant now) {
        return jdbc.sql("""
                        select count(*) as open,
                            count(*) filter (where owner_id is null) as unassigned,
                            count(*) filter (where attention_at < :now) as overdue,
                            count(*) filter (where escalated_at is not null and lead_seen_at is null) as escalated,
                            count(*) filter (where attention_at >= :now and attention_at < :hour) as soon
                        from care.support_case
                        where tenant_id = any (:malls::bigint[]) and status <> 'SOLVED'
                        """)
                .param("malls", Sql.ids(malls))
                .param("now", Sql.at(now))
                .param("hour", Sql.at(now.plusSeconds(3600)))
                .query((row, n) -> new CaseFigures(
                        row.getLong("open"),
                        row.getLong("unassigned"),
                        row.getLong("overdue"),
                        row.getLong("escalated"),
                        row.getLong("soon")))
                .single();
    }

    public Map<Long, Integer> load(Collection<Long> ownerIds) {
        Map<Long, Integer> load = new HashMap<>();
        jdbc.sql("""
                        select owner_id, count(*) as cases from care.support_case
                        where owner_id = any (:owners::bigint[]) and status <> 'SOLVED' group by owner_id
                        """).param("owners", ownerIds.toArray(Long[]::new)).query(row -> {
            load.put(row.getLong("owner_id"), row.getInt("cases"));
        });
        return load;
    }

    private static JdbcClient.StatementSpec filtered(
            JdbcClient.StatementSpec statement, CaseFilter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor);
        return statement
                .param("malls", Sql.ids(filter.malls()))
                .param("type", filter.type() == null ? null : filter.type().name())
                .param(
                        "owners",
                        filter.owners() == null ? null : filter.owners().toArray(Long[]::new))
                .param("number", filter.caseNo())
                .param("people", filter.people().isEmpty() ? null : Sql.ids(filter.people()))
                .param("afterAt", Sql.at(after.instant(0)))
                .param("afterId", after.number(1, 0))
                .param("limit", limit + 1);
    }
}
