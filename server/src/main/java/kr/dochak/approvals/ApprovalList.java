package kr.dochak.approvals;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import kr.dochak.approvals.ApprovalFilter.Show;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads wishes for the lists and for the number beside their entry. */
@Repository
class ApprovalList {

    private final JdbcClient jdbc;
    private final RequestRepository requests;

    ApprovalList(JdbcClient jdbc, RequestRepository requests) {
        this.jdbc = jdbc;
        this.requests = requests;
    }

    /** The names in which somebody looks, as columns. */
    private static Rows<Authority> columns(Collection<Authority> names) {
        return Rows.<Authority>of(names)
                .number("voice", Authority::voiceId)
                .id("mall", Authority::mall)
                .text("rights", each -> String.join(" ", RequestRepository.names(each.rights())))
                .number("most", each -> each.limit().amount());
    }

    /** How many somebody could decide now. */
    int count(long reader, Collection<Authority> names) {
        return jdbc.sql("""
                select count(*) from approvals.request r
                where r.ended_at is null and r.maker_id <> :reader
                  and not exists (select from approvals.vote v where v.request_id = r.id and :reader in (v.voter_id, v.voice_id))
                  and exists (
                    select from unnest(:voice::bigint[], :mall::bigint[], :rights::text[], :most::bigint[]) as a (voice, mall, rights, most)
                    where a.mall = r.tenant_id and a.voice <> r.maker_id and r.rights <@ string_to_array(a.rights, ' ')
                      and not exists (select from approvals.vote v where v.request_id = r.id and a.voice in (v.voter_id, v.voice_id))
                      and (r.won is null or a.most >= r.won or a.most > 0 and (
                        (select count(*) from approvals.vote v where v.request_id = r.id) + 1 < r.votes
                        or exists (select from approvals.vote v where v.request_id = r.id and v.most_won >= r.won))))
                """)
                .params(columns(names).params())
                .param("reader", reader)
                .query(Integer.class)
                .single();
    }

    /** What somebody could decide now, the most pressing first. */
    Keyset<ApprovalRequest> waiting(
            long reader, Collection<Authority> names, ApprovalFilter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor);
        List<Long> ids = jdbc.sql("""
                select r.id from approvals.request r
                where r.ended_at is null and r.maker_id <> :reader
                  and (:kind::text is null or r.kind = :kind)
                  and (:text = '' or r.id::text = :text or strpos(lower(array_to_string(r.gaps, ' ')), lower(:text)) > 0)
                  and (:dueAt::timestamptz is null or (r.due_at, r.id) > (:dueAt, :after))
                  and not exists (select from approvals.vote v where v.request_id = r.id and :reader in (v.voter_id, v.voice_id))
                  and exists (
                    select from unnest(:voice::bigint[], :mall::bigint[], :rights::text[], :most::bigint[]) as a (voice, mall, rights, most)
                    where a.mall = r.tenant_id and a.voice <> r.maker_id and r.rights <@ string_to_array(a.rights, ' ')
                      and not exists (select from approvals.vote v where v.request_id = r.id and a.voice in (v.voter_id, v.voice_id))
                      and (r.won is null or a.most >= r.won or a.most > 0 and (
                        (select count(*) from approvals.vote v where v.request_id = r.id) + 1 < r.votes
                        or exists (select from approvals.vote v where v.request_id = r.id and v.most_won >= r.won))))
                order by r.due_at, r.id limit :limit
                """)
                .params(columns(names).params())
                .param("reader", reader)
                .param("kind", filter.kind())
                .param("text", filter.text())
                .param("dueAt", Sql.at(after.instant(0)))
                .param("after", after.isStart() ? 0L : after.number(1, 0))
                .param("limit", limit + 1)
                .query(Long.class)
                .list();
        return Keyset.of(requests.whole(ids), limit, last -> Cursor.after(last.dueAt(), last.id()));
    }

    /** What somebody wants, or what is over and theirs to see: they want it, voted on it, may decide such things or read all; newest first. */
    Keyset<ApprovalRequest> past(
            StaffMember reader, Collection<Authority> own, ApprovalFilter filter, @Nullable String cursor, int limit) {
        List<Long> ids = jdbc.sql("""
                select r.id from approvals.request r
                left join approvals.decision d on d.request_id = r.id
                where r.id < :before and (:mine and r.maker_id = :reader or not :mine and d.outcome is not null)
                  and (r.tenant_id = 0 or r.tenant_id = any(:malls::bigint[]))
                  and (:kind::text is null or r.kind = :kind)
                  and (:outcome::text is null or d.outcome = :outcome)
                  and (:text = '' or r.id::text = :text or strpos(lower(array_to_string(r.gaps, ' ')), lower(:text)) > 0)
                  and (:all or r.maker_id = :reader
                    or exists (select from approvals.vote v where v.request_id = r.id and v.voter_id = :reader)
                    or exists (
                        select from unnest(:voice::bigint[], :mall::bigint[], :rights::text[], :most::bigint[]) as a (voice, mall, rights, most)
                        where a.mall = r.tenant_id and r.rights <@ string_to_array(a.rights, ' ') and (r.won is null or a.most > 0)))
                order by r.id desc limit :limit
                """)
                .params(columns(own).params())
                .param("reader", reader.id())
                .param("all", reader.may(Right.SECURITY_SEE))
                .param("mine", filter.show() == Show.MINE)
                .param("malls", Sql.ids(filter.malls()))
                .param("kind", filter.kind())
                .param(
                        "outcome",
                        filter.outcome() == null
                                ? null
                                : Objects.requireNonNull(filter.outcome()).name())
                .param("text", filter.text())
                .param("before", Cursor.read(cursor).number(0, Long.MAX_VALUE))
                .param("limit", limit + 1)
                .query(Long.class)
                .list();
        return Keyset.of(requests.whole(ids), limit, last -> Cursor.after(last.id()));
    }
}
