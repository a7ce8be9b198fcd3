package kr.dochak.connections;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What each connection is now (SET-1). Reading one costs no statement; a change counts in the process that made it at once, and in
 * others with their next beat, never only after a restart.
 */
@Component
public class Connections implements Ticking {

    private final ObjectProvider<ConnectionPlan> plans;
    private final ConnectionRepository repository;
    private volatile @Nullable Snapshot snapshot;

    Connections(ObjectProvider<ConnectionPlan> plans, ConnectionRepository repository) {
        this.plans = plans;
        this.repository = repository;
    }

    /** What was filled in, and what it means; the latter is made once, so that whoever builds on it builds once. */
    private record Snapshot(long version, Map<String, Map<String, String>> typed, Map<String, Object> meant) {}

    /** What it means now; the same object until somebody changes it. */
    public <T> T of(Connection<T> connection) {
        Snapshot known = known();
        Object meant = known.meant().get(connection.key()); // the usual case, without a lock
        if (meant == null) {
            meant = known.meant()
                    .computeIfAbsent(
                            connection.key(), unused -> connection.read().apply(filled(connection, known)));
        }
        @SuppressWarnings("unchecked")
        T now = (T) meant;
        return now;
    }

    /** Its fields as they count now. */
    public Filled filled(Connection<?> connection) {
        return filled(connection, known());
    }

    /** What somebody filled in; without what the environment gives. */
    public Map<String, String> typed(Connection<?> connection) {
        return known().typed().getOrDefault(connection.key(), Map.of());
    }

    /** All connections of all modules. */
    public List<Connection<?>> all() {
        return plans.orderedStream()
                .flatMap(plan -> plan.connections().stream())
                .<Connection<?>>map(Function.identity())
                .toList();
    }

    /** The connection of this name. */
    public Optional<Connection<?>> byKey(String key) {
        return all().stream().filter(each -> each.key().equals(key)).findFirst();
    }

    private static Filled filled(Connection<?> connection, Snapshot known) {
        return Filled.of(connection.fields(), known.typed().getOrDefault(connection.key(), Map.of()));
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
                repository.latest().stream()
                        .filter(each -> each.values() != null)
                        .collect(Collectors.toMap(ConnectionChange::connection, ConnectionChange::values)),
                new ConcurrentHashMap<>());
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
