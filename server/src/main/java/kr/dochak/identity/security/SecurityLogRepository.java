package kr.dochak.identity.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.shared.Id;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the security log; only ever added to, and deleted when they are old. */
@Repository
class SecurityLogRepository {

    private final JdbcClient jdbc;

    SecurityLogRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Instant at, Kind kind, Outcome outcome, Who who, String address, String detail, int times) {
        jdbc.sql("""
                insert into identity.security_log (at, kind, outcome, tenant_id, staff_id, person_id, address, detail, times)
                values (:at, :kind, :outcome, :tenant::bigint, :staff::bigint, :person::bigint, :address, :detail, :times)
                """)
                .param("at", Sql.at(at))
                .param("kind", kind.name())
                .param("outcome", outcome.name())
                .param("tenant", Id.valueOf(who.tenantId()))
                .param("staff", who.staffId())
                .param("person", Id.valueOf(who.personId()))
                .param("address", address)
                .param("detail", detail)
                .param("times", times)
                .update();
    }

    /** What a mall's administrators may read: their own, and what is nobody's; the newest first. */
    List<SecurityEvent> page(
            MallId tenantId,
            @Nullable Kind kind,
            @Nullable Outcome outcome,
            @Nullable String text,
            long before,
            int limit) {
        return jdbc.sql("""
                select id, at, kind, outcome, tenant_id, staff_id, person_id, address, detail, times
                from identity.security_log
                where (tenant_id = :tenant or tenant_id is null) and id < :before
                  and (:kind::text is null or kind = :kind)
                  and (:outcome::text is null or outcome = :outcome)
                  and (:text::text is null or address = :text or staff_id::text = :text or person_id::text = :text
                    or strpos(detail, :text) > 0)
                order by id desc
                limit :limit
                """)
                .param("tenant", tenantId.value())
                .param("before", before)
                .param("kind", kind == null ? null : kind.name())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("text", text)
                .param("limit", limit)
                .query((row, n) -> event(row))
                .list();
    }

    List<SecurityEvent> of(long staffId, int limit) {
        return jdbc.sql("""
                select id, at, kind, outcome, tenant_id, staff_id, person_id, address, detail, times
                from identity.security_log where staff_id = :staff
                order by id desc
                limit :limit
                """)
                .param("staff", staffId)
                .param("limit", limit)
                .query((row, n) -> event(row))
                .list();
    }

    /** Log-ins of staff and refusals at their doors, the newest first, before this moment or of it with a smaller id. */
    List<SecurityEvent> ofStaff(SecurityQuery query, @Nullable Instant before, long beforeId, int most) {
        Collection<Long> staff = query.staff();
        return jdbc.sql("""
                select id, at, kind, outcome, tenant_id, staff_id, person_id, address, detail, times
                from identity.security_log
                where (tenant_id = any (:malls) or tenant_id is null) and person_id is null
                  and (:staff::bigint[] is null or staff_id = any (:staff::bigint[]))
                  and (:logins and outcome = 'DONE' and kind in ('STAFF_LOGIN', 'LOGOUT') and staff_id is not null
                    or :refusals and outcome <> 'DONE'
                      and (staff_id is not null or kind in ('STAFF_LOGIN', 'PASSKEY', 'FACTOR')))
                  and (:from::timestamptz is null or at >= :from)
                  and (:until::timestamptz is null or at < :until)
                  and (:at::timestamptz is null or at <= :at and (at, id) < (:at, :id))
                order by at desc, id desc
                limit :most
                """)
                .param("malls", Sql.ids(query.malls()))
                .param("staff", staff == null ? null : staff.toArray(Long[]::new))
                .param("logins", query.logins())
                .param("refusals", query.refusals())
                .param("from", Sql.at(query.from()))
                .param("until", Sql.at(query.until()))
                .param("at", Sql.at(before))
                .param("id", beforeId)
                .param("most", most)
                .query((row, n) -> event(row))
                .list();
    }

    private static SecurityEvent event(ResultSet row) throws SQLException {
        return new SecurityEvent(
                row.getLong("id"),
                Sql.moment(row, "at"),
                Kind.valueOf(row.getString("kind")),
                Outcome.valueOf(row.getString("outcome")),
                new Who(
                        MallId.ofNullable(row.getObject("tenant_id", Long.class)),
                        row.getObject("staff_id", Long.class),
                        PersonId.ofNullable(row.getObject("person_id", Long.class))),
                row.getString("address"),
                row.getString("detail"),
                row.getInt("times"));
    }

    SecurityAlarm refusals(Instant since) {
        return jdbc.sql("""
                select coalesce(min(at), :since) as since, coalesce(sum(times), 0) as refusals, count(distinct address) as addresses
                from identity.security_log
                where at > :since and outcome <> 'DONE'
                """)
                .param("since", Sql.at(since))
                .query((row, n) ->
                        new SecurityAlarm(Sql.moment(row, "since"), row.getLong("refusals"), row.getInt("addresses")))
                .single();
    }

    void sweep(Instant before) {
        jdbc.sql("select identity.forget_security_log(:before)")
                .param("before", Sql.at(before))
                .query(row -> {});
    }
}
