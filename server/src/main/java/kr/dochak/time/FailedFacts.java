package kr.dochak.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.stereotype.Component;

/**
 * Has listeners that failed try again, since the registry of facts does so only at a restart, and a fact nobody acts on
 * would be a customer nobody tells. Pauses are wall time, doubling from two seconds to a minute, since what made a
 * listener fail (no connection free, a deadlock) lives in wall time too.
 */
@Component
public class FailedFacts implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(FailedFacts.class);
    private static final int MOST_AT_ONCE = 500;
    private static final int WORTH_AN_ALARM = 5;
    private static final int MOST_DOUBLINGS = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Cadence CADENCE = Cadence.every(Duration.ofSeconds(1));
    private static final InstantSource WALL = InstantSource.system();

    /** A fact whose listener failed. The listener's name says which fact; when it was tried last is wall time. */
    public record Failed(UUID id, String listener, int attempts, Instant triedAt) {

        private static Failed of(TargetEventPublication publication) {
            Instant again = publication.getLastResubmissionDate();
            return new Failed(
                    publication.getIdentifier(),
                    publication.getTargetIdentifier().getValue(),
                    Math.max(1, publication.getCompletionAttempts()),
                    again == null ? publication.getPublicationDate() : again);
        }

        Instant nextTry() {
            Duration pause = Duration.ofSeconds(1L << Math.min(attempts, MOST_DOUBLINGS));
            return triedAt.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        }

        @Override
        public String toString() {
            return listener + " (" + attempts + " attempts)";
        }
    }

    private final EventPublicationRepository registry;
    private final ObjectProvider<FailedEventPublications> publications;
    private final WorldClock clock;

    FailedFacts(
            EventPublicationRepository registry,
            ObjectProvider<FailedEventPublications> publications,
            WorldClock clock) {
        this.registry = registry;
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
        Instant wallNow = WALL.instant();
        List<Failed> due =
                all().stream().filter(each -> !each.nextTry().isAfter(wallNow)).toList();
        due.stream()
                .filter(each -> each.attempts() >= WORTH_AN_ALARM)
                .forEach(each -> log.warn("a listener fails again and again: {}", each));
        retry(due);
        return false;
    }

    /** What stands failed now, oldest first. */
    public List<Failed> all() {
        return registry.findByStatus(EventPublication.Status.FAILED).stream()
                .sorted(Comparator.comparing(TargetEventPublication::getPublicationDate))
                .limit(MOST_AT_ONCE)
                .map(Failed::of)
                .toList();
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
}
