package kr.dochak.identity.tries;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import kr.dochak.database.Sql;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.shared.Hmac;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Browsers that have logged in as somebody before. The mark is random, so nobody else has it; strangers never hold it up. */
@Component
public class Devices {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Hmac hash;

    Devices(JdbcClient jdbc, InstantSource clock, MasterKey master) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hash = new Hmac(master.derive("devices"));
    }

    /** Whether this browser has logged in as the subject within a year. */
    public boolean knows(String subject, @Nullable String device) {
        return device != null
                && jdbc.sql("""
                        select exists (
                            select from identity.known_device
                            where subject = :subject and device = :device and seen_at > :since)
                        """)
                        .param("subject", hash.half(subject))
                        .param("device", hash.half(device))
                        .param("since", Sql.at(clock.instant().minus(REMEMBERED)))
                        .query(Boolean.class)
                        .single();
    }

    /** This browser has just logged in as the subject. */
    public void remember(String subject, String device) {
        jdbc.sql("""
                insert into identity.known_device (subject, device, seen_at) values (:subject, :device, :now)
                on conflict (subject, device) do update set seen_at = excluded.seen_at
                """)
                .param("subject", hash.half(subject))
                .param("device", hash.half(device))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** No browser is known to the subject any more: somebody else may have had it. */
    public void forget(String subject) {
        jdbc.sql("delete from identity.known_device where subject = :subject")
                .param("subject", hash.half(subject))
                .update();
    }

    /** Forgets what is no longer remembered. */
    public void sweep(Instant now) {
        jdbc.sql("delete from identity.known_device where seen_at <= :since")
                .param("since", Sql.at(now.minus(REMEMBERED)))
                .update();
    }
}
