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
import kr.dochak.time.Snapshot;
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
    private final InstantSource clock;
    /** The numbers that count or will count of each setting and mall, the one that counts latest first. */
    private final Snapshot<Map<Place, List<Counting>>> numbers;

    Settings(ObjectProvider<SettingPlan> plans, SettingRepository repository, InstantSource clock) {
        this.plans = plans;
        this.numbers = new Snapshot<>(repository::version, () -> counting(repository.all()));
        this.clock = clock;
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
        Map<Place, List<Counting>> known = numbers.current();
        Optional<Long> own =
                mall == null || !setting.perMall() ? Optional.empty() : at(known, new Place(setting.key(), mall), at);
        return own.or(() -> at(known, new Place(setting.key(), null), at))
                .filter(setting::allows)
                .orElse(setting.usual());
    }

    /** Whether this mall has a number of its own now. */
    public boolean isOwn(Setting<?> setting, MallId mall, Instant at) {
        return setting.perMall()
                && at(numbers.current(), new Place(setting.key(), mall), at).isPresent();
    }

    private static Optional<Long> at(Map<Place, List<Counting>> numbers, Place place, Instant now) {
        return numbers.getOrDefault(place, List.of()).stream()
                .filter(each -> !each.from().isAfter(now))
                .map(Counting::number)
                .findFirst();
    }

    /** The next number that is decided for this mall, or for the house when none is named, and does not count yet. */
    public Optional<Ahead> ahead(Setting<?> setting, @Nullable MallId mall, Instant at) {
        return numbers.current().getOrDefault(new Place(setting.key(), mall), List.of()).reversed().stream()
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

    private static Map<Place, List<Counting>> counting(List<SettingChange> changes) {
        return changes.stream()
                .flatMap(each -> Counting.of(each).stream())
                .sorted(Comparator.comparing(Counting::from)
                        .thenComparing(Counting::id)
                        .reversed())
                .collect(Collectors.groupingBy(Counting::place));
    }

    /** Reads all changes anew. */
    void read() {
        numbers.read();
    }

    @Override
    public boolean tick(Instant now) {
        numbers.follow();
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
