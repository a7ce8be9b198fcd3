package kr.dochak.promise.silence;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The usual longest time between two scans of a parcel, by lane and by carrier (TRK-4), with what counts where none is known. */
public final class UsualGaps {

    /** Nothing was learned yet. */
    public static final UsualGaps NONE = new UsualGaps(Map.of(), SilenceSettings.USUAL);

    /** A carrier's lane; both places are {@code *} for the carrier as a whole. */
    public record Lane(String carrier, String origin, String destination) {}

    /** What was learned of a lane, and from how many delivered parcels. */
    public record Learned(int deliveries, Duration gap) {}

    private static final String ANY = "*";

    private final Map<Lane, Learned> byLane;
    private final SilenceSettings settings;

    public UsualGaps(Map<Lane, Learned> byLane, SilenceSettings settings) {
        this.byLane = Map.copyOf(byLane);
        this.settings = settings;
    }

    public Optional<Duration> learned(String carrier, String origin, String destination) {
        return Stream.of(new Lane(carrier, origin, destination), new Lane(carrier, ANY, ANY))
                .map(byLane::get)
                .filter(row -> row != null && row.deliveries >= settings.deliveries())
                .findFirst()
                .map(row -> bounded(row.gap));
    }

    private Duration bounded(Duration gap) {
        if (gap.compareTo(settings.least()) < 0) {
            return settings.least();
        }
        return gap.compareTo(settings.most()) > 0 ? settings.most() : gap;
    }

    public Duration usual() {
        return settings.usual();
    }

    public Duration unscanned() {
        return settings.unscanned();
    }
}
