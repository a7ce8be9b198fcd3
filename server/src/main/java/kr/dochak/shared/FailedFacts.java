package kr.dochak.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/**
 * Has listeners that failed try again. The registry of facts keeps what a listener could not deal with but never tries it
 * again by itself before a restart; a fact nobody acts on would be a customer nobody tells. Pauses are wall time, doubling
 * from two seconds to a minute, since what made a listener fail (no connection free, a deadlock) lives in wall time too.
 */
@Component
public class FailedFacts implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(FailedFacts.class);
    private static final int MOST_AT_ONCE = 500;
    private static final int WORTH_AN_ALARM = 5;
    private static final Cadence CADENCE = Cadence.every(Duration.ofSeconds(1));

    /** A failed listener's fact: which listener, which fact, and how often it was tried. */
    public record Failed(UUID id, String listener, String fact, int attempts) {

        @Override
        public String toString() {
            return listener + " with " + fact + " (" + attempts + " attempts)";
        }
    }

    private final JdbcClient jdbc;
    private final ObjectProvider<FailedEventPublications> publications;
    private final WorldClock clock;

    FailedFacts(JdbcClient jdbc, ObjectProvider<FailedEventPublications> publications, WorldClock clock) {
        this.jdbc = jdbc;
        this.publications = publications;
        this.clock = clock;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    /** A driven world tries again by itself, at once, whenever it settles. */
    @Override
    public boolean isReady() {
        return clock.mode() != WorldClock.Mode.DRIVEN;
    }

    /** Tries again what has paused long enough. */
    @Override
    public boolean tick(Instant now) {
        List<Failed> due = failed("""
                and coalesce(last_resubmission_date, publication_date)
                    + least(60, 2 ^ least(10, coalesce(completion_attempts, 1))) * interval '1 second' <= clock_timestamp()
                """);
        due.stream()
                .filter(each -> each.attempts() >= WORTH_AN_ALARM)
                .forEach(each -> log.warn("a listener fails again and again: {}", each));
        retry(due);
        return false;
    }

    /** Everything that stands failed now, oldest first. */
    public List<Failed> all() {
        return failed("");
    }

    /** Hands these facts to their listeners again, without waiting for them. */
    public void retry(List<Failed> failed) {
        if (failed.isEmpty()) {
            return;
        }
        Set<UUID> ids = failed.stream().map(Failed::id).collect(Collectors.toSet());
        log.info("{} facts are tried again", ids.size());
        publications
                .getObject()
                .resubmit(ResubmissionOptions.defaults()
                        .withMinAge(Duration.ZERO)
                        .withBatchSize(Integer.MAX_VALUE)
                        .withFilter(publication -> ids.contains(publication.getIdentifier())));
    }

    private List<Failed> failed(String andDue) {
        return jdbc.sql("""
                select id, listener_id, event_type, coalesce(completion_attempts, 1) from event_publication
                where status = 'FAILED' %s
                order by publication_date limit :most
                """.formatted(andDue))
                .param("most", MOST_AT_ONCE)
                .query((row, n) ->
                        new Failed(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getInt(4)))
                .list();
    }
}
