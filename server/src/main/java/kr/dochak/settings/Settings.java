package kr.dochak.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.shared.MallId;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What each setting is now (SET-1). Reading one costs no statement; a change counts in the process that made it at once, and in others
 * with their next beat, never only after a restart.
 */
@Component
public class Settings implements Ticking {

    private final ObjectProvider<SettingPlan> plans;
    private final SettingRepository repository;
    private final InstantSource clock;
    private volatile @Nullable Snapshot snapshot;

    Settings(ObjectProvider<SettingPlan> plans, SettingRepository repository, InstantSource clock) {
        this.plans = plans;
        this.repository = repository;
        this.clock = clock;
    }

    /** The numbers that count or will count of each setting and mall, the one that counts latest first. */
    private record Snapshot(long version, Map<Place, List<Counting>> numbers) {

        Optional<Long> at(Place place, Instant now) {
            return numbers.getOrDefault(place, List.of()).stream()
                    .filter(each -> !each.from().isAfter(now))
                    .map(Counting::number)
                    .findFirst();
        }
    }

    /** A number that is decided and begins to count later. */
    public record Ahead(long number, Instant from) {}

    /** A number, from when it counts, and the change that said so. */
    private record Counting(Place place, long number, Instant from, long id) {

        static Optional<Counting> of(SettingChange change) {
            return Optional.ofNullable(change.counts())
                    .map(from ->
                            new Counting(new Place(change.key(), change.mall()), change.number(), from, change.id()));
        }
    }

    private record Place(String key, @Nullable MallId mall) {}

    /** What the house's setting is now. */
    public <T> T of(Setting<T> setting) {
        return setting.read().apply(number(setting, null, clock.instant()));
    }

    /** What the setting is now for this mall: its own number, or else the house's. */
    public <T> T of(Setting<T> setting, MallId mall) {
        return setting.read().apply(number(setting, mall, clock.instant()));
    }

    /** The number it is at this moment; one that was stored and is out of today's bounds counts for nothing. */
    public long number(Setting<?> setting, @Nullable MallId mall, Instant at) {
        Snapshot known = known();
        Optional<Long> own =
                mall == null || !setting.perMall() ? Optional.empty() : known.at(new Place(setting.key(), mall), at);
        return own.or(() -> known.at(new Place(setting.key(), null), at))
                .filter(setting::allows)
                .orElse(setting.usual());
    }

    /** Whether this mall has a number of its own now. */
    public boolean isOwn(Setting<?> setting, MallId mall, Instant at) {
        return setting.perMall()
                && known().at(new Place(setting.key(), mall), at).isPresent();
    }

    /** The next number that is decided for this mall, or for the house when none is named, and does not count yet. */
    public Optional<Ahead> ahead(Setting<?> setting, @Nullable MallId mall, Instant at) {
        return known().numbers().getOrDefault(new Place(setting.key(), mall), List.of()).reversed().stream()
                .filter(each -> each.from().isAfter(at))
                .findFirst()
                .map(each -> new Ahead(each.number(), each.from()));
    }

    /** All settings of all modules, in their order. */
    public List<Setting<?>> all() {
        return plans.orderedStream()
                .flatMap(plan -> plan.settings().stream())
                .<Setting<?>>map(Function.identity())
                .toList();
    }

    /** The setting of this name. */
    public Optional<Setting<?>> byKey(String key) {
        return all().stream().filter(each -> each.key().equals(key)).findFirst();
    }

    private Snapshot known() {
        Snapshot known = snapshot;
        return known != null ? known : read();
    }

    /** Reads all changes anew. */
    Snapshot read() {
        long version = repository.version();
        Snapshot read = new Snapshot(
                version,
                repository.all().stream()
                        .flatMap(each -> Counting.of(each).stream())
                        .sorted(Comparator.comparing(Counting::from)
                                .thenComparing(Counting::id)
                                .reversed())
                        .collect(Collectors.groupingBy(Counting::place)));
        snapshot = read;
        return read;
    }

    @Override
    public boolean tick(Instant now) {
        Snapshot known = snapshot;
        if (known != null && known.version() != repository.version()) {
            read();
        }
        return false;
    }

    @Override
    public Cadence cadence() {
        return Cadence.every(Duration.ofSeconds(1));
    }

    @Override
    public boolean isEverywhere() {
        return true;
    }
}
