package kr.dochak.identity.codes;

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
            UUID seed,
            MallId tenantId,
            @Nullable PersonId personId,
            @Nullable String contact,
            String sentTo,
            byte[] codeHash,
            Instant issuedAt,
            Instant expiresAt) {}

    /** A try that has been counted. */
    public record Try(
            UUID seed,
            MallId tenantId,
            @Nullable PersonId personId,
            @Nullable String contact,
            byte[] codeHash,
            int tries) {}

    /** A code that can still be used. */
    public record Open(MallId tenantId, String sentTo) {}

    /** A contact that was confirmed by its code, before it is clear whose orders are meant. */
    public record Confirmed(MallId tenantId, String contact) {}

    void add(NewCode code) {
        jdbc.sql("""
                insert into identity.login_code
                    (ticket, seed, tenant_id, person_id, contact, sent_to, code_hash, issued_at, expires_at)
                values (:ticket, :seed, :tenant, :person::bigint, decode(:contact::text, 'hex'), :sentTo, :hash, :issuedAt, :expiresAt)
                """)
                .param("ticket", code.ticket())
                .param("seed", code.seed())
                .param("tenant", code.tenantId().value())
                .param("person", Id.valueOf(code.personId()))
                .param("contact", code.contact())
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
                returning coalesce(seed, ticket) as seed, tenant_id, person_id, encode(contact, 'hex') as contact, code_hash, tries
                """)
                .param("ticket", ticket)
                .param("most", most)
                .param("now", Sql.at(now))
                .query((row, index) -> new Try(
                        row.getObject("seed", UUID.class),
                        new MallId(row.getLong("tenant_id")),
                        PersonId.ofNullable(row.getObject("person_id", Long.class)),
                        row.getString("contact"),
                        row.getBytes("code_hash"),
                        row.getInt("tries")))
                .optional();
    }

    /** A ticket of its own for the newest code that can still be used for the contact; false when there is none to share. */
    boolean join(UUID ticket, String contact, MallId tenantId, int most, Instant now) {
        return jdbc.sql("""
                insert into identity.login_code
                    (ticket, seed, tenant_id, person_id, contact, sent_to, code_hash, issued_at, expires_at)
                select :ticket, c.seed, c.tenant_id, c.person_id, c.contact, c.sent_to, c.code_hash, :now, c.expires_at
                from (
                    select * from identity.login_code
                    where tenant_id = :tenant and contact = decode(:contact, 'hex') and seed = ticket
                    order by number desc
                    limit 1) c
                where c.used_at is null and c.expires_at > :now
                  and (select count(*) from identity.login_code same where coalesce(same.seed, same.ticket) = c.seed) < :most
                """)
                        .param("ticket", ticket)
                        .param("contact", contact)
                        .param("tenant", tenantId.value())
                        .param("most", most)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Uses a code up, with every ticket that shares it; false when that was done already. */
    boolean use(UUID seed, Instant now) {
        return jdbc.sql("""
                update identity.login_code set used_at = :now
                where coalesce(seed, ticket) = :seed and used_at is null
                """).param("seed", seed).param("now", Sql.at(now)).update() > 0;
    }

    /** Only the ticket with which the code was entered may choose whose orders are meant. */
    void confirm(UUID ticket, Instant now) {
        jdbc.sql("update identity.login_code set confirmed_at = :now where ticket = :ticket")
                .param("ticket", ticket)
                .param("now", Sql.at(now))
                .update();
    }

    Optional<Confirmed> confirmed(UUID ticket, Instant since) {
        return jdbc.sql("""
                select tenant_id, encode(contact, 'hex') as contact
                from identity.login_code
                where ticket = :ticket and confirmed_at > :since and chosen_at is null and contact is not null
                """)
                .param("ticket", ticket)
                .param("since", Sql.at(since))
                .query((row, n) -> new Confirmed(new MallId(row.getLong("tenant_id")), row.getString("contact")))
                .optional();
    }

    boolean chosen(UUID ticket, Instant now) {
        return jdbc.sql("update identity.login_code set chosen_at = :now where ticket = :ticket and chosen_at is null")
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
