package kr.dochak.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import kr.dochak.shared.Moments;
import kr.dochak.time.FailedFacts;
import kr.dochak.time.FailedFacts.Failed;
import kr.dochak.time.Heartbeat;
import kr.dochak.time.WorldClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A world whose time is driven: moves it from one due moment to the next, and goes on only when everything that was due,
 * and everything that followed from it, is done. So a replayed year has the same story however fast it is played.
 */
@Component
public class World {

    /** Listeners work for longer than anybody waits; the same move may be made again later. */
    static final class StillBusy extends RuntimeException {

        StillBusy() {
            super("listeners still work after " + PATIENCE);
        }
    }

    private static final int MOST_TRIES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WorldClock clock;
    private final Heartbeat heartbeat;
    private final FailedFacts failedFacts;
    private final JdbcClient jdbc;

    World(WorldClock clock, Heartbeat heartbeat, FailedFacts failedFacts, JdbcClient jdbc) {
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.failedFacts = failedFacts;
        this.jdbc = jdbc;
    }

    /**
     * Moves time to {@code to}, doing on the way what becomes due.
     *
     * @param grain due moments closer together than this are dealt with in one step; a second for stories, minutes for years
     */
    public synchronized void advance(Instant to, Duration grain) {
        requireDriven();
        settle();
        while (clock.instant().isBefore(to)) {
            clock.advanceTo(nextStep(to, grain));
            settle();
        }
        heartbeat.remember(clock.instant());
    }

    /**
     * Lets time pass and does nothing of what becomes due: whoever moves in large steps announces first what happened meanwhile.
     * Else a parcel would count as late at the step's end, since its delivery of an hour before was not received yet.
     */
    public synchronized void pass(Instant to) {
        requireDriven();
        clock.advanceTo(to);
        heartbeat.remember(clock.instant());
    }

    private void requireDriven() {
        if (clock.mode() != WorldClock.Mode.DRIVEN) {
            throw new IllegalStateException("time is driven only in the mode DRIVEN, not in " + clock.mode());
        }
    }

    private Instant nextStep(Instant to, Duration grain) {
        Instant due = heartbeat.nextDue();
        Instant soonest = clock.instant().plus(grain);
        if (due == null || due.isAfter(to)) {
            return to;
        }
        return Moments.earlier(Moments.later(due, soonest), to);
    }

    /**
     * Runs all that is due now, and waits for the listeners it woke, until nothing more happens. A listener that failed is
     * tried again at once; one that fails every time stops the world with {@link IllegalStateException}, since the story
     * would go on without what it should have done.
     */
    public void settle() {
        int tries = 0;
        boolean worked = true;
        while (worked) {
            awaitListeners();
            List<Failed> failed = failedFacts.all();
            if (failed.isEmpty()) {
                tries = 0;
                worked = heartbeat.runDue(clock.instant());
            } else if (++tries > MOST_TRIES) {
                throw new IllegalStateException("listeners fail again and again: " + failed);
            } else {
                failedFacts.retry(failed);
            }
        }
    }

    private void awaitListeners() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (listening()) {
            if (System.nanoTime() > deadline) {
                throw new StillBusy();
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private boolean listening() {
        return jdbc.sql("""
                select exists (select from event_publication
                               where completion_date is null and coalesce(status, '') <> 'FAILED')
                """).query(Boolean.class).single();
    }
}
