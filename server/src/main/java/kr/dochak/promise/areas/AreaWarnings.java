package kr.dochak.promise.areas;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kr.dochak.promise.areas.AreaWay.Leg;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.promise.areas.feeds.AreaSource;
import kr.dochak.promise.learning.features.AreaSignals;
import kr.dochak.shared.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The warnings that are known and what they cost, read once and again when one of both changed. */
@Component
public class AreaWarnings {

    /** As far back as deliveries are told to the models again, and their way before that. */
    private static final Duration HISTORY = Duration.ofDays(200);

    private final AreaRepository repository;
    private final AreaEffectRepository effects;
    private final AreaKeys keys;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Read> known = new AtomicReference<>();

    AreaWarnings(AreaRepository repository, AreaEffectRepository effects, AreaKeys keys, InstantSource clock) {
        this.repository = repository;
        this.effects = effects;
        this.keys = keys;
        this.clock = clock;
    }

    /** What was read, of which sources: when another is switched on, its warnings count at once. */
    private record Read(List<AreaSource> open, KnownWarnings warnings) {}

    /** Whether any source is asked. Without one there are no warnings here, and models learn without them. */
    public boolean areReceived() {
        return keys.isAnyOpen();
    }

    /** The warning that will cost a parcel most on the way before it, if one will. */
    public Optional<AreaExtra> extra(AreaWay way) {
        return areReceived() ? known().extra(way) : Optional.empty();
    }

    /** The kind of warning that stood in an area's province at some moment of a time, if one did that slows trucks down. */
    public Optional<AreaKind> slowing(String area, Instant since, Instant until) {
        return areReceived() ? known().slowing(Area.provinceOf(area), since, until) : Optional.empty();
    }

    /** Under which warnings a parcel set out, as what is learned from them goes by: those that held within a time. */
    public List<String> metBy(@Nullable String from, String to, Instant since, Instant until) {
        return areReceived() ? known().metBy(from, to, since, until) : List.of();
    }

    /** The warnings as models see them. */
    public AreaSignals signals() {
        return new WarningSignals(this::known);
    }

    Optional<AreaEffect> effect(AreaKind kind, AreaLevel level, Leg leg) {
        return known().effect(kind, level, leg);
    }

    private KnownWarnings known() {
        Read present = known.get();
        return present != null && present.open().equals(keys.open()) ? present.warnings() : read(clock.instant());
    }

    /** Reads them anew: after a change here, and from time to time where another process receives the changes. */
    public void refresh(Instant now) {
        read(now);
    }

    private KnownWarnings read(Instant now) {
        List<AreaSource> open = keys.open();
        KnownWarnings read = new KnownWarnings(repository.since(now.minus(HISTORY), open), effects.effects(), now);
        known.set(new Read(open, read));
        return read;
    }
}
