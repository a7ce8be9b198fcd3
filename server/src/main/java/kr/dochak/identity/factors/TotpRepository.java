package kr.dochak.identity.factors;

import java.time.Instant;
import java.util.Optional;
import kr.dochak.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The authenticator apps of staff; their secrets come and go sealed. */
@Repository
class TotpRepository {

    private final JdbcClient jdbc;

    TotpRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody has: an app that counts, one whose first code is awaited, or both while they change it. */
    record Row(
            byte @Nullable [] secret,
            @Nullable Instant since,
            long lastStep,
            byte @Nullable [] fresh,
            @Nullable Instant freshAt) {}

    Optional<Row> of(long staffId) {
        return jdbc.sql("select * from identity.totp where staff_id = :staff")
                .param("staff", staffId)
                .query((row, n) -> new Row(
                        row.getBytes("secret"),
                        Sql.instant(row, "since"),
                        row.getLong("last_step"),
                        row.getBytes("fresh"),
                        Sql.instant(row, "fresh_at")))
                .optional();
    }

    void begin(long staffId, byte[] fresh, Instant at) {
        jdbc.sql("""
                insert into identity.totp (staff_id, fresh, fresh_at) values (:staff, :fresh, :at)
                on conflict (staff_id) do update set fresh = excluded.fresh, fresh_at = excluded.fresh_at
                """)
                .param("staff", staffId)
                .param("fresh", fresh)
                .param("at", Sql.at(at))
                .update();
    }

    /** The fresh one counts from now on; the step of its first code is used. */
    boolean confirm(long staffId, long step, Instant at) {
        return jdbc.sql("""
                update identity.totp
                set secret = fresh, since = :at, last_step = :step, fresh = null, fresh_at = null
                where staff_id = :staff and fresh is not null
                """)
                        .param("staff", staffId)
                        .param("step", step)
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    /** Whether the step was not used before; of two who come with one code at once, one gets in. */
    boolean use(long staffId, long step) {
        return jdbc.sql("update identity.totp set last_step = :step where staff_id = :staff and last_step < :step")
                        .param("staff", staffId)
                        .param("step", step)
                        .update()
                == 1;
    }

    void forgetFresh(long staffId) {
        jdbc.sql("update identity.totp set fresh = null, fresh_at = null where staff_id = :staff")
                .param("staff", staffId)
                .update();
    }

    void forget(long staffId) {
        jdbc.sql("delete from identity.totp where staff_id = :staff")
                .param("staff", staffId)
                .update();
    }

    /** Whether one of their roles asks for a second factor; those of the demo are asked for none. */
    boolean isAsked(long staffId) {
        return jdbc.sql("""
                select exists (
                    select from identity.staff f
                    join identity.staff_role s on s.staff_id = f.id join identity.role r on r.id = s.role_id
                    where f.id = :staff and not f.demo and r.second_factor)
                """).param("staff", staffId).query(Boolean.class).single();
    }

    boolean has(long staffId) {
        return jdbc.sql("select identity.has_second_factor(:staff)")
                .param("staff", staffId)
                .query(Boolean.class)
                .single();
    }
}
