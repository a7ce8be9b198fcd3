package kr.dochak.identity.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMembers;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.shared.Id;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log-ins that stand. A token is 256 random bits, so a plain hash of it is enough. */
@Repository
class SessionRepository {

    private final JdbcClient jdbc;

    SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose a log-in is: exactly one of the two. */
    record Holder(@Nullable Long staffId, @Nullable PersonId personId) {

        static Holder of(StaffMember staff) {
            return new Holder(staff.id(), null);
        }

        static Holder of(CustomerLogin customer) {
            return new Holder(null, customer.personId());
        }
    }

    /** A log-in that begins. */
    record Begun(
            byte[] tokenHash,
            Holder holder,
            MallId tenantId,
            @Nullable String contact,
            String address,
            String browser,
            Proof shown,
            Instant startedAt,
            Instant endsAt) {}

    /** A log-in that was found by its token, with who holds it now. */
    record Found<T>(T holder, LoginDetails details, Instant seenAt, boolean everywhere) {

        Found(T holder, LoginDetails details, Instant seenAt) {
            this(holder, details, seenAt, false);
        }

        long id() {
            return details.sessionId();
        }

        Found<T> of(T whole) {
            return new Found<>(whole, details, seenAt, everywhere);
        }
    }

    void add(Begun session) {
        jdbc.sql("""
                insert into identity.login_session
                    (token_hash, staff_id, person_id, tenant_id, contact, address, browser, way, provider_session,
                     started_at, seen_at, proven_at, ends_at)
                values (:hash, :staff::bigint, :person::bigint, :tenant, decode(:contact::text, 'hex'), :address, :browser, :way,
                    :provider::text, :startedAt, :startedAt, :startedAt, :endsAt)
                """)
                .param("hash", session.tokenHash())
                .param("staff", session.holder().staffId())
                .param("person", Id.valueOf(session.holder().personId()))
                .param("tenant", session.tenantId().value())
                .param("contact", session.contact())
                .param("address", session.address())
                .param("browser", session.browser())
                .param("way", session.shown().way().name())
                .param("provider", session.shown().providerSession())
                .param("startedAt", Sql.at(session.startedAt()))
                .param("endsAt", Sql.at(session.endsAt()))
                .update();
    }

    /**
     * With the name that the member has now, at the mall they chose while they work for it; whoever has left has none. Who came by
     * the provider gave no password that would have to be changed, and needs no factor of ours beside the provider's.
     */
    Optional<Found<StaffMember>> ofStaff(byte[] tokenHash, Instant now, Instant seenAfter) {
        return jdbc.sql("""
                select s.*, coalesce(m.tenant_id, f.tenant_id) as at_work, f.name,
                    f.must_change and s.way not in ('PROVIDER', 'PROVIDER_FACTOR') as must_change,
                    not f.demo and s.way <> 'PROVIDER_FACTOR' and identity.lacks_second_factor(f.id) as must_enrol
                from identity.login_session s
                join identity.staff f on f.id = s.staff_id and f.active
                left join identity.staff_mall m on m.staff_id = s.staff_id and m.tenant_id = s.tenant_id
                where s.token_hash = :hash and s.ends_at > :now and s.seen_at > :seenAfter
                """)
                .param("hash", tokenHash)
                .param("now", Sql.at(now))
                .param("seenAfter", Sql.at(seenAfter))
                .query((row, n) -> new Found<>(
                        StaffMembers.bare(
                                row.getLong("staff_id"), new MallId(row.getLong("at_work")), row.getString("name")),
                        details(row, row.getBoolean("must_change"), row.getBoolean("must_enrol")),
                        Sql.moment(row, "seen_at"),
                        row.getBoolean("all_malls")))
                .optional();
    }

    /** Whoever was erased has no log-in any more. */
    Optional<Found<CustomerLogin>> ofCustomer(byte[] tokenHash, Instant now, Instant seenAfter) {
        return jdbc.sql("""
                select s.*, encode(s.contact, 'hex') as confirmed, p.locale
                from identity.login_session s
                join identity.person p on p.id = s.person_id and p.erased_at is null
                where s.token_hash = :hash and s.ends_at > :now and s.seen_at > :seenAfter
                """)
                .param("hash", tokenHash)
                .param("now", Sql.at(now))
                .param("seenAfter", Sql.at(seenAfter))
                .query((row, n) -> new Found<>(
                        new CustomerLogin(
                                new PersonId(row.getLong("person_id")),
                                new MallId(row.getLong("tenant_id")),
                                row.getString("locale"),
                                row.getString("confirmed")),
                        details(row, false, false),
                        Sql.moment(row, "seen_at")))
                .optional();
    }

    private static LoginDetails details(ResultSet row, boolean mustChange, boolean mustEnrol) throws SQLException {
        return new LoginDetails(
                row.getLong("id"),
                Way.valueOf(row.getString("way")),
                Sql.moment(row, "proven_at"),
                mustChange,
                mustEnrol);
    }

    void proven(Holder holder, long id, Way way, Instant at) {
        jdbc.sql("""
                update identity.login_session set way = :way, proven_at = :at
                where id = :id and (staff_id = :staff::bigint or person_id = :person::bigint)
                """)
                .param("way", way.name())
                .param("at", Sql.at(at))
                .param("id", id)
                .param("staff", holder.staffId())
                .param("person", Id.valueOf(holder.personId()))
                .update();
    }

    void seen(long id, Instant at) {
        jdbc.sql("update identity.login_session set seen_at = :at where id = :id and seen_at < :at")
                .param("id", id)
                .param("at", Sql.at(at))
                .update();
    }

    /** The log-ins of one holder that stand, the newest first. */
    List<OpenSession> open(Holder holder, Instant now, Instant seenAfter) {
        return jdbc.sql("""
                select id, address, browser, started_at, seen_at, ends_at
                from identity.login_session
                where (staff_id = :staff::bigint or person_id = :person::bigint) and ends_at > :now and seen_at > :seenAfter
                order by seen_at desc, id desc
                """)
                .param("staff", holder.staffId())
                .param("person", Id.valueOf(holder.personId()))
                .param("now", Sql.at(now))
                .param("seenAfter", Sql.at(seenAfter))
                .query((row, n) -> new OpenSession(
                        row.getLong("id"),
                        row.getString("address"),
                        row.getString("browser"),
                        Sql.moment(row, "started_at"),
                        Sql.moment(row, "seen_at"),
                        Sql.moment(row, "ends_at")))
                .list();
    }

    boolean choose(Holder holder, long id, PersonId personId) {
        return jdbc.sql("""
                update identity.login_session set person_id = :to
                where id = :id and person_id = :person::bigint
                """)
                        .param("to", personId.value())
                        .param("id", id)
                        .param("person", Id.valueOf(holder.personId()))
                        .update()
                == 1;
    }

    /** Whether the log-in is at that mall now: it must be one that the member works for. */
    boolean workIn(StaffMember staff, long id, MallId mall) {
        return jdbc.sql("""
                update identity.login_session s set tenant_id = m.tenant_id, all_malls = false
                from identity.staff_mall m
                where s.id = :id and s.staff_id = :staff and m.staff_id = s.staff_id and m.tenant_id = :mall
                """)
                        .param("id", id)
                        .param("staff", staff.id())
                        .param("mall", mall.value())
                        .update()
                == 1;
    }

    /** Whether the log-in looks at all malls of the member now: there must be several. */
    boolean workInAll(StaffMember staff, long id) {
        return jdbc.sql("""
                update identity.login_session s set all_malls = true
                where s.id = :id and s.staff_id = :staff
                  and (select count(*) from identity.staff_mall m where m.staff_id = s.staff_id) > 1
                """).param("id", id).param("staff", staff.id()).update() == 1;
    }

    int end(byte[] tokenHash) {
        return jdbc.sql("delete from identity.login_session where token_hash = :hash")
                .param("hash", tokenHash)
                .update();
    }

    /** Ends the holder's log-ins: the one that is named, or all but the one that is spared. */
    int end(Holder holder, @Nullable Long only, @Nullable Long spared) {
        return jdbc.sql("""
                delete from identity.login_session
                where (staff_id = :staff::bigint or person_id = :person::bigint)
                  and (:only::bigint is null or id = :only) and (:spared::bigint is null or id <> :spared)
                """)
                .param("staff", holder.staffId())
                .param("person", Id.valueOf(holder.personId()))
                .param("only", only)
                .param("spared", spared)
                .update();
    }

    /** Of a member whose session there is not known, one may be meant that is not known here either: it ends, too. */
    List<Who> endAtProvider(@Nullable Long staffId, @Nullable String session) {
        return jdbc.sql("""
                delete from identity.login_session
                where provider_session is not null
                  and (:staff::bigint is not null or :session::text is not null)
                  and (:staff::bigint is null or staff_id = :staff)
                  and (:session::text is null or provider_session = :session
                       or :staff::bigint is not null and provider_session = '')
                returning tenant_id, staff_id
                """)
                .param("staff", staffId)
                .param("session", session)
                .query((row, n) -> new Who(new MallId(row.getLong("tenant_id")), row.getLong("staff_id"), null))
                .list();
    }

    /** Ends the oldest log-ins of a holder beyond so many. */
    int endBeyond(Holder holder, int most) {
        return jdbc.sql("""
                delete from identity.login_session
                where id in (
                    select id from identity.login_session
                    where staff_id = :staff::bigint or person_id = :person::bigint
                    order by started_at desc, id desc
                    offset :most)
                """)
                .param("staff", holder.staffId())
                .param("person", Id.valueOf(holder.personId()))
                .param("most", most)
                .update();
    }

    /** Deletes what has ended by itself, and the oldest of all beyond so many. */
    void sweep(Instant now, Instant staffSeenAfter, Instant customersSeenAfter, int most) {
        jdbc.sql("""
                delete from identity.login_session
                where ends_at <= :now
                   or seen_at <= case when staff_id is null then :customers::timestamptz else :staff::timestamptz end
                   or id <= coalesce((select id from identity.login_session order by id desc offset :most limit 1), 0)
                """)
                .param("now", Sql.at(now))
                .param("staff", Sql.at(staffSeenAfter))
                .param("customers", Sql.at(customersSeenAfter))
                .param("most", most)
                .update();
    }
}
