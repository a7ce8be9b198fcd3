package kr.dochak.shared;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Calls everything of this process's {@link Roles} that waits for a moment ({@link Ticking}), each on a thread of its own so
 * that a slow one delays no other.
 * A driven world has no heartbeat: there, {@link #runDue} is called whenever time was moved.
 */
@Component
public class Heartbeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final int MOST_BATCHES_AT_ONCE = 50;

    private final List<Ticking> waiting;
    private final WorldClock clock;
    private final ClockSettings settings;
    private final WorldTimeRepository worldTime;
    private final ScheduledExecutorService threads;
    private volatile boolean running;

    Heartbeat(List<Ticking> all, Roles roles, WorldClock clock, ClockSettings settings, WorldTimeRepository worldTime) {
        this.waiting = all.stream()
                .filter(each -> roles.has(Roles.Role.WORK) || each.isEverywhere())
                .toList();
        this.clock = clock;
        this.settings = settings;
        this.worldTime = worldTime;
        this.threads = Executors.newScheduledThreadPool(
                waiting.size() + 1,
                Thread.ofPlatform().name("heartbeat-", 0).daemon().factory());
    }

    /** Runs everything due at {@code now} until nothing more is; true when anything was done. */
    public boolean runDue(Instant now) {
        boolean worked = false;
        for (Ticking ticking : waiting) {
            while (ticking.tick(now)) {
                worked = true;
            }
        }
        return worked;
    }

    /** The earliest moment at which something waits to be done; null when nothing does. */
    public @Nullable Instant nextDue() {
        return waiting.stream()
                .map(Ticking::nextDue)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Remembers how far the world has come, so that a restart does not turn its time back. */
    public void remember(Instant now) {
        worldTime.save(now);
    }

    @Override
    public void start() {
        running = true;
        if (clock.mode() == WorldClock.Mode.DRIVEN) {
            return;
        }
        long every = settings.heartbeat().toMillis();
        for (Ticking ticking : waiting) {
            threads.scheduleWithFixedDelay(() -> beat(ticking), every, every, TimeUnit.MILLISECONDS);
        }
        if (clock.mode() == WorldClock.Mode.SPEED) {
            threads.scheduleWithFixedDelay(this::saveTime, 1, 1, TimeUnit.SECONDS);
        }
    }

    private void beat(Ticking ticking) {
        try {
            for (int i = 0; i < MOST_BATCHES_AT_ONCE && running && ticking.tick(clock.instant()); i++) {}
        } catch (RuntimeException | Error e) { // whatever escaped would silently end this one's beat for ever
            if (running) {
                log.warn("{} failed and will be tried again", ticking.getClass().getSimpleName(), e);
            }
        }
    }

    private void saveTime() {
        try {
            worldTime.save(clock.instant());
        } catch (RuntimeException e) {
            log.debug("world time not saved", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
