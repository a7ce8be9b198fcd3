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

/** Counts tries in a stretch of time, for all processes together. A try is counted before it is judged, so none slips by. */
@Component
public class Throttle {

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Hmac hash;

    Throttle(JdbcClient jdbc, InstantSource clock, MasterKey master) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hash = new Hmac(master.derive("throttle"));
    }

    /** At most {@code most} tries within {@code stretch}, counted from the first of them. */
    public record Limit(String kind, int most, Duration stretch) {}

    private record Count(int hits, Instant startedAt) {}

    /** Counts a try of the subject; answers until when there are too many, or nothing when it may go on. */
    public Optional<Instant> tryOnce(Limit limit, String subject) {
        Instant now = clock.instant();
        Count count = jdbc.sql("""
                insert into identity.throttle as t (kind, subject, hits, started_at)
                values (:kind, :subject, 1, :now)
                on conflict (kind, subject) do update
                set hits = case when t.started_at <= :expired then 1 else t.hits + 1 end,
                    started_at = case when t.started_at <= :expired then :now else t.started_at end
                returning hits, started_at
                """)
                .param("kind", limit.kind())
                .param("subject", hash.half(subject))
                .param("now", Sql.at(now))
                .param("expired", Sql.at(now.minus(limit.stretch())))
                .query((row, n) -> new Count(row.getInt("hits"), Sql.moment(row, "started_at")))
                .single();
        return count.hits() <= limit.most()
                ? Optional.empty()
                : Optional.of(count.startedAt().plus(limit.stretch()));
    }

    /** One try of the subject did well and counts no longer. */
    public void takeBack(Limit limit, String subject) {
        jdbc.sql("update identity.throttle set hits = hits - 1 where kind = :kind and subject = :subject and hits > 1")
                .param("kind", limit.kind())
                .param("subject", hash.half(subject))
                .update();
    }

    /** The subject did well: forget its tries. */
    public void forget(Limit limit, String subject) {
        jdbc.sql("delete from identity.throttle where kind = :kind and subject = :subject")
                .param("kind", limit.kind())
                .param("subject", hash.half(subject))
                .update();
    }

    /** Forgets what is older than any limit looks back. */
    public void sweep(Instant before) {
        jdbc.sql("delete from identity.throttle where started_at < :before")
                .param("before", Sql.at(before))
                .update();
    }
}
