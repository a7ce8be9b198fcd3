package kr.dochak.identity.doors;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.dochak.database.Sql;
import kr.dochak.shared.Id;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time codes, hashed. */
@Repository
public class LoginCodeRepository {

    private final JdbcClient jdbc;

    LoginCodeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A code as issued; {@code personId} is null when nobody has the contact. */
    record NewCode(
            UUID ticket,
            MallId tenantId,
            @Nullable PersonId personId,
            String sentTo,
            byte[] codeHash,
            Instant issuedAt,
            Instant expiresAt) {}

    /** A try that has been counted. */
    public record Try(MallId tenantId, @Nullable PersonId personId, byte[] codeHash, int tries) {}

    /** A code that can still be used. */
    public record Open(MallId tenantId, String sentTo) {}

    void add(NewCode code) {
        jdbc.sql("""
                insert into identity.login_code (ticket, tenant_id, person_id, sent_to, code_hash, issued_at, expires_at)
                values (:ticket, :tenant, :person::bigint, :sentTo, :hash, :issuedAt, :expiresAt)
                """)
                .param("ticket", code.ticket())
                .param("tenant", code.tenantId().value())
                .param("person", Id.valueOf(code.personId()))
                .param("sentTo", code.sentTo())
                .param("hash", code.codeHash())
                .param("issuedAt", Sql.at(code.issuedAt()))
                .param("expiresAt", Sql.at(code.expiresAt()))
                .update();
    }

    public Optional<Try> countTry(UUID ticket, int most, Instant now) {
        return jdbc.sql("""
                update identity.login_code
                set tries = tries + 1
                where ticket = :ticket and used_at is null and tries < :most and expires_at > :now
                returning tenant_id, person_id, code_hash, tries
                """)
                .param("ticket", ticket)
                .param("most", most)
                .param("now", Sql.at(now))
                .query((row, index) -> new Try(
                        new MallId(row.getLong("tenant_id")),
                        PersonId.ofNullable(row.getObject("person_id", Long.class)),
                        row.getBytes("code_hash"),
                        row.getInt("tries")))
                .optional();
    }

    boolean use(UUID ticket, Instant now) {
        return jdbc.sql("update identity.login_code set used_at = :now where ticket = :ticket and used_at is null")
                        .param("ticket", ticket)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    Optional<Open> open(UUID ticket, Instant now) {
        return jdbc.sql("""
                select tenant_id, sent_to
                from identity.login_code
                where ticket = :ticket and used_at is null and tries < 5 and expires_at > :now
                """)
                .param("ticket", ticket)
                .param("now", Sql.at(now))
                .query((row, n) -> new Open(new MallId(row.getLong("tenant_id")), row.getString("sent_to")))
                .optional();
    }

    void sweep(Instant before) {
        jdbc.sql("delete from identity.login_code where issued_at < :before")
                .param("before", Sql.at(before))
                .update();
    }
}
