package kr.dochak.simulator.inquiry;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How each source behaves, until when, and how much it allows. */
public final class Moods {

    private static final int TRACKER_PER_SECOND = 10;
    static final int USUAL_SLOWNESS_SECONDS = 8;

    private final Map<String, Mood> moods = new ConcurrentHashMap<>();
    private final Limits limits;
    private final Supplier<LocalDateTime> now;

    /**
     * How a source behaves.
     *
     * @param until when it becomes well again by itself, or null for never
     * @param slowSeconds how slow it is while it is slow
     */
    record Mood(Fault fault, @Nullable LocalDateTime until, int slowSeconds) {
        static final Mood WELL = new Mood(Fault.NONE, null, 0);
    }

    public Moods(Supplier<LocalDateTime> now) {
        this(now, System::nanoTime);
    }

    Moods(Supplier<LocalDateTime> now, java.util.function.LongSupplier nanos) {
        this.now = now;
        this.limits = new Limits(nanos);
        limits.set(Source.TRACKER_DELIVERY.id(), TRACKER_PER_SECOND, 0);
    }

    /** From now on it behaves so. */
    public void become(Source source, Fault fault, int minutes, int slowSeconds) {
        LocalDateTime until = minutes > 0 ? now.get().plusMinutes(minutes) : null;
        moods.put(source.id(), new Mood(fault, until, slowSeconds > 0 ? slowSeconds : USUAL_SLOWNESS_SECONDS));
    }

    public void allow(Source source, int perSecond, int perMinute) {
        limits.set(source.id(), perSecond, perMinute);
    }

    /** How it behaves towards this call, which is counted. */
    Mood meet(Source source) {
        Mood mood = present(source);
        boolean hears = mood.fault() != Fault.BLOCKED && mood.fault() != Fault.BAD_GATEWAY;
        return hears && !limits.admits(source.id()) ? new Mood(Fault.LIMITED, null, 0) : mood;
    }

    private Mood present(Source source) {
        Mood mood = moods.getOrDefault(source.id(), Mood.WELL);
        return mood.until() != null && !now.get().isBefore(mood.until()) ? Mood.WELL : mood;
    }

    /** The sources that misbehave now. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Source source : Source.values()) {
            Fault fault = present(source).fault();
            if (fault != Fault.NONE) {
                json.put(source.id(), fault.name().toLowerCase(Locale.ROOT));
            }
        }
        return json;
    }
}
