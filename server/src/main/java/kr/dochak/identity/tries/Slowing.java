package kr.dochak.identity.tries;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.shared.Hmac;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes who fails wait longer each time, for all processes together. A try counts as failed until it has succeeded, so that a
 * hundred at once are not judged as one; who comes too early is not counted, and no thread waits.
 */
@Component
public class Slowing {

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Hmac hash;

    Slowing(JdbcClient jdbc, InstantSource clock, MasterKey master) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hash = new Hmac(master.derive("slowing"));
    }

    private record State(int tries, Instant lastAt, Instant nextAt) {}

    /** Counts a try; answers until when to wait, and then nothing was counted. */
    @Transactional
    public Optional<Instant> tryOnce(Pace pace, String subject) {
        Instant now = clock.instant();
        byte[] mark = hash.half(subject);
        State before = before(pace, mark, now);
        if (before.nextAt().isAfter(now)) {
            return Optional.of(before.nextAt());
        }
        int tries = before.lastAt().plus(FORGOTTEN).isAfter(now) ? before.tries() + 1 : 1;
        jdbc.sql("""
                update identity.slowing set tries = :tries, last_at = :now, next_at = :next
                where kind = :kind and subject = :subject
                """)
                .param("tries", tries)
                .param("now", Sql.at(now))
                .param("next", Sql.at(now.plus(pace.after(tries))))
                .param("kind", pace.kind())
                .param("subject", mark)
                .update();
        return Optional.empty();
    }

    private State before(Pace pace, byte[] mark, Instant now) {
        jdbc.sql("""
                insert into identity.slowing (kind, subject, tries, last_at, next_at)
                values (:kind, :subject, 0, :now, :now)
                on conflict (kind, subject) do nothing
                """)
                .param("kind", pace.kind())
                .param("subject", mark)
                .param("now", Sql.at(now))
                .update();
        return jdbc.sql("""
                select tries, last_at, next_at from identity.slowing
                where kind = :kind and subject = :subject
                for update
                """)
                .param("kind", pace.kind())
                .param("subject", mark)
                .query((row, n) ->
                        new State(row.getInt("tries"), Sql.moment(row, "last_at"), Sql.moment(row, "next_at")))
                .single();
    }

    /** The subject did well: it begins anew. */
    public void forget(Pace pace, String subject) {
        jdbc.sql("delete from identity.slowing where kind = :kind and subject = :subject")
                .param("kind", pace.kind())
                .param("subject", hash.half(subject))
                .update();
    }

    /** Forgets who has not tried for long. */
    public void sweep(Instant now) {
        jdbc.sql("delete from identity.slowing where last_at <= :before")
                .param("before", Sql.at(now.minus(FORGOTTEN)))
                .update();
    }
}
