package kr.dochak.identity.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.security.SecurityEvent;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Id;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The log of looks at personal data; it is only ever added to. */
@Repository
public class Accesses {

    /** What was done; only a look in the clear counts against the limit of an hour. */
    private enum Kind {
        REVEAL,
        REFUSED
    }

    private final JdbcClient jdbc;
    private final SecurityLog security;
    private final InstantSource clock;

    Accesses(JdbcClient jdbc, SecurityLog security, InstantSource clock) {
        this.jdbc = jdbc;
        this.security = security;
        this.clock = clock;
    }

    /** A look in the clear. */
    public void log(PersonId personId, StaffMember staff, String what, String reason) {
        note(SecurityEvent.Outcome.DONE, staff, personId);
        log(List.of(personId), Kind.REVEAL, staff, what, reason);
    }

    private void note(SecurityEvent.Outcome outcome, StaffMember staff, PersonId personId) {
        security.note(SecurityEvent.Kind.REVEAL, outcome, SecurityEvent.Who.of(staff), "person " + personId);
    }

    /** Somebody wanted to see more people than an hour's work needs: they saw nothing, and it is known. */
    void logRefusal(PersonId personId, StaffMember staff, String what, String reason) {
        note(SecurityEvent.Outcome.REFUSED, staff, personId);
        log(List.of(personId), Kind.REFUSED, staff, what, reason);
    }

    /** Once an hour for the same person and way; a search that finds nobody has its row too. */
    public void logSearch(List<PersonId> found, StaffMember staff, String what) {
        jdbc.sql("""
                insert into identity.access (person_id, kind, tenant_id, staff_id, staff_name, ip, what, reason, at)
                select u.id, 'SEARCH', :tenant, :staff, :name, :ip, :what, '콘솔 검색', :at
                from (select id from unnest(:people::bigint[]) as found (id)
                      union all select null where cardinality(:people::bigint[]) = 0) as u
                where u.id is null or not exists (
                    select from identity.access a
                    where a.person_id = u.id and a.staff_id = :staff and a.kind = 'SEARCH' and a.what = :what
                      and a.at > :since)
                """)
                .param("people", Sql.ids(found))
                .param("tenant", staff.tenantId().value())
                .param("staff", staff.id())
                .param("name", staff.name())
                .param("ip", address())
                .param("what", what)
                .param("at", Sql.at(clock.instant()))
                .param("since", Sql.at(clock.instant().minusSeconds(3600)))
                .update();
    }

    private void log(List<PersonId> people, Kind kind, StaffMember staff, String what, String reason) {
        jdbc.sql("""
                insert into identity.access (person_id, kind, tenant_id, staff_id, staff_name, ip, what, reason, at)
                select u.id, :kind, :tenant, :staff, :name, :ip, :what, :reason, :at
                from unnest(:people::bigint[]) as u (id)
                """)
                .param("people", Sql.ids(people))
                .param("kind", kind.name())
                .param("tenant", staff.tenantId().value())
                .param("staff", staff.id())
                .param("name", staff.name())
                .param("ip", address())
                .param("what", what)
                .param("reason", reason.strip())
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    /** When the first of the last {@code most} people was looked at since then, unless this one is among them. */
    Optional<Instant> fullUntil(PersonId personId, StaffMember staff, int most, Instant since) {
        return jdbc.sql("""
                select seen.at from (
                    select person_id, max(at) as at from identity.access
                    where staff_id = :staff and kind = 'REVEAL' and at > :since
                    group by person_id) as seen
                where not exists (
                    select from identity.access
                    where staff_id = :staff and kind = 'REVEAL' and at > :since and person_id = :person)
                order by seen.at desc
                offset :most - 1 limit 1
                """)
                .param("staff", staff.id())
                .param("person", personId.value())
                .param("most", most)
                .param("since", Sql.at(since))
                .query((row, n) -> Sql.moment(row, "at"))
                .optional();
    }

    /** In how many hours of a time somebody of a mall's staff, or of all, saw more people than that. */
    long hoursBeyond(@Nullable MallId tenantId, long most, Instant from, Instant until) {
        return jdbc.sql("""
                select count(*) from (
                    select from identity.access
                    where (:tenant::bigint is null or tenant_id = :tenant) and kind in ('REVEAL', 'REFUSED')
                      and at >= :from and at < :until
                    group by staff_id, date_trunc('hour', at)
                    having count(distinct person_id) > :most) as hours
                """)
                .param("tenant", Id.valueOf(tenantId))
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** The members of staff of a mall who were refused since then: the latest first. */
    public List<StaffAccess.Refused> refused(MallId tenantId, Instant since) {
        return jdbc.sql("""
                select staff_name, count(*) as times, min(at) as first
                from identity.access
                where tenant_id = :tenant and kind = 'REFUSED' and at > :since
                group by staff_id, staff_name
                order by max(at) desc
                limit 20
                """)
                .param("tenant", tenantId.value())
                .param("since", Sql.at(since))
                .query((row, n) -> new StaffAccess.Refused(
                        row.getString("staff_name"), row.getInt("times"), Sql.moment(row, "first")))
                .list();
    }

    /** The looks of a mall's staff, the latest first. */
    public Keyset<StaffAccess> ofMall(MallId tenantId, @Nullable String cursor, int limit) {
        List<StaffAccess> rows = jdbc.sql("""
                select * from identity.access
                where tenant_id = :tenant and id < :before
                order by id desc
                limit :limit
                """)
                .param("tenant", tenantId.value())
                .param("before", Cursor.read(cursor).number(0, Long.MAX_VALUE))
                .param("limit", limit + 1)
                .query((row, n) -> new StaffAccess(
                        row.getLong("id"),
                        row.getObject("person_id", Long.class) == null ? null : new PersonId(row.getLong("person_id")),
                        row.getString("kind").equals(Kind.REFUSED.name()),
                        access(row)))
                .list();
        return Keyset.of(rows, limit, last -> Cursor.after(last.id()));
    }

    /** The person's own doing, which needs no reason but its purpose. */
    public void logOwn(PersonId personId, String who, String what, String purpose) {
        jdbc.sql("""
                insert into identity.access (person_id, kind, staff_name, ip, what, reason, at)
                select id, 'OWN', :who, :ip, :what, :reason, :at from identity.person where id = :person
                """)
                .param("person", personId.value())
                .param("who", who)
                .param("ip", address())
                .param("what", what)
                .param("reason", purpose)
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }

    public List<Access> to(PersonId personId) {
        return jdbc.sql("""
                select at, staff_name, ip, what, reason
                from identity.access
                where person_id = :person and kind <> 'REFUSED'
                order by at desc, id desc
                limit 200
                """)
                .param("person", personId.value())
                .query((row, index) -> access(row))
                .list();
    }

    private static Access access(ResultSet row) throws SQLException {
        return new Access(
                Sql.moment(row, "at"),
                row.getString("staff_name"),
                row.getString("ip"),
                row.getString("what"),
                row.getString("reason"));
    }
}
