package kr.dochak.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
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

    private final Map<String, Cadence> cadences = new LinkedHashMap<>();
    private final List<Pulse> waiting;
    private final WorldClock clock;
    private final ClockSettings settings;
    private final WorldTimeRepository worldTime;
    private final ScheduledExecutorService threads;
    private volatile boolean running;

    Heartbeat(
            Map<String, Ticking> all,
            Roles roles,
            WorldClock clock,
            ClockSettings settings,
            WorldTimeRepository worldTime,
            ObjectProvider<OutsideHold> holds) {
        all.forEach((bean, ticking) -> cadences.put(nameOf(bean), ticking.cadence()));
        this.waiting = all.entrySet().stream()
                .filter(each -> roles.has(Roles.Role.WORK) || each.getValue().isEverywhere())
                .map(each -> new Pulse(nameOf(each.getKey()), each.getValue(), () -> isHeld(holds)))
                .toList();
        this.clock = clock;
        this.settings = settings;
        this.worldTime = worldTime;
        this.threads = Executors.newScheduledThreadPool(
                waiting.size() + 1,
                Thread.ofPlatform().name("heartbeat-", 0).daemon().factory());
    }

    private static boolean isHeld(ObjectProvider<OutsideHold> holds) {
        return holds.stream().anyMatch(OutsideHold::isHeld);
    }

    private static String nameOf(String bean) {
        return bean.substring(bean.lastIndexOf('.') + 1);
    }

    /** Everything that waits for a moment in this product, by name, with how often it looks; some of it not in this process. */
    public Map<String, Cadence> cadences() {
        return Map.copyOf(cadences);
    }

    /** Runs everything due at {@code now} until nothing more is; true when anything was done. */
    public boolean runDue(Instant now) {
        boolean worked = false;
        for (Pulse pulse : waiting) {
            while (pulse.tick(now)) {
                worked = true;
            }
        }
        return worked;
    }

    /** The earliest moment at which something waits to be done; null when nothing does. */
    public @Nullable Instant nextDue() {
        return waiting.stream()
                .map(Pulse::nextDue)
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
        for (Pulse pulse : waiting) {
            threads.scheduleWithFixedDelay(() -> beat(pulse), every, every, TimeUnit.MILLISECONDS);
        }
        if (clock.mode() == WorldClock.Mode.SPEED) {
            threads.scheduleWithFixedDelay(this::saveTime, 1, 1, TimeUnit.SECONDS);
        }
    }

    private void beat(Pulse pulse) {
        try {
            for (int i = 0; i < MOST_BATCHES_AT_ONCE && running && pulse.tick(clock.instant()); i++) {}
        } catch (RuntimeException | Error e) { // whatever escaped would silently end this one's beat for ever
            if (running) {
                log.warn("{} failed and will be tried again", pulse.name(), e);
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
