package kr.dochak.identity.accounts;

import java.time.Instant;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked in. A token is 256 random bits, so a plain hash of it is enough. */
@Repository
class InvitationRepository {

    private final JdbcClient jdbc;

    InvitationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account that nobody enters yet; nothing when the e-mail has one. */
    Optional<Long> account(MallId mall, String email, String name, String password, Instant at) {
        return jdbc.sql("""
                insert into identity.staff (tenant_id, email, name, password, active, created_at)
                values (:mall, :email, :name, :password, false, :at)
                on conflict (email) do nothing
                returning id
                """)
                .param("mall", mall.value())
                .param("email", email)
                .param("name", name)
                .param("password", password)
                .param("at", Sql.at(at))
                .query(Long.class)
                .optional();
    }

    /** The link of now; one that was sent before opens nothing any more. */
    void put(long staffId, byte[] tokenHash, long by, Instant at, Instant until) {
        jdbc.sql("""
                insert into identity.invitation (staff_id, token_hash, invited_by, sent_at, ends_at)
                values (:staff, :hash, :by, :at, :until)
                on conflict (staff_id) do update set token_hash = excluded.token_hash, invited_by = excluded.invited_by,
                    sent_at = excluded.sent_at, ends_at = excluded.ends_at
                """)
                .param("staff", staffId)
                .param("hash", tokenHash)
                .param("by", by)
                .param("at", Sql.at(at))
                .param("until", Sql.at(until))
                .update();
    }

    Optional<Long> open(byte[] tokenHash, Instant now) {
        return jdbc.sql("select staff_id from identity.invitation where token_hash = :hash and ends_at > :now")
                .param("hash", tokenHash)
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    /** Lets the account in with this password, once: true for the first who comes with the link. */
    boolean accept(byte[] tokenHash, String password, Instant now) {
        return jdbc.sql("""
                with used as (
                    delete from identity.invitation where token_hash = :hash and ends_at > :now returning staff_id)
                update identity.staff s
                set active = true, closed_at = null, locked_at = null, password = :password, must_change = false,
                    one_time_until = null, password_at = :now
                from used where s.id = used.staff_id
                """)
                        .param("hash", tokenHash)
                        .param("password", password)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Lets the account in whose owner somebody else vouches for, once and in time; its password stays nobody's. */
    boolean acceptWithoutPassword(long staffId, Instant now) {
        return jdbc.sql("""
                with used as (
                    delete from identity.invitation where staff_id = :staff and ends_at > :now returning staff_id)
                update identity.staff s
                set active = true, closed_at = null, locked_at = null, must_change = false, one_time_until = null
                from used where s.id = used.staff_id
                """).param("staff", staffId).param("now", Sql.at(now)).update() == 1;
    }

    boolean end(long staffId) {
        return jdbc.sql("delete from identity.invitation where staff_id = :staff")
                        .param("staff", staffId)
                        .update()
                == 1;
    }

    /** Takes away an account with which nobody was ever in; one of somebody who had left stays as it was. */
    void forgetUnused(long staffId) {
        jdbc.sql("""
                with unused as (
                    select id from identity.staff
                    where id = :staff and not active and closed_at is null and locked_at is null and password_at is null),
                roles as (delete from identity.staff_role r using unused u where r.staff_id = u.id),
                malls as (delete from identity.staff_mall m using unused u where m.staff_id = u.id)
                delete from identity.staff s using unused u where s.id = u.id
                """).param("staff", staffId).update();
    }
}
