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
import kr.dochak.time.Snapshot;
import kr.dochak.time.Ticking;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What each connection is now (SET-1). Reading one costs no statement; a change counts in the process that made it at once, and in
 * others with their next beat, never only after a restart.
 */
@Component
public class Connections implements Ticking {

    private final ObjectProvider<ConnectionPlan> plans;
    private final Snapshot<State> state;

    Connections(ObjectProvider<ConnectionPlan> plans, ConnectionRepository repository) {
        this.plans = plans;
        this.state = new Snapshot<>(repository::version, () -> State.of(repository.latest()));
    }

    /** What was filled in, and what it means; the latter is made once, so that whoever builds on it builds once. */
    private record State(Map<String, Map<String, String>> typed, Map<String, Object> meant) {

        static State of(List<ConnectionChange> latest) {
            return new State(
                    latest.stream()
                            .filter(each -> each.values() != null)
                            .collect(Collectors.toMap(ConnectionChange::connection, ConnectionChange::values)),
                    new ConcurrentHashMap<>());
        }
    }

    /** What it means now; the same object until somebody changes it. */
    public <T> T of(Connection<T> connection) {
        State known = state.current();
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
        return filled(connection, state.current());
    }

    /** What somebody filled in; without what the environment gives. */
    public Map<String, String> typed(Connection<?> connection) {
        return state.current().typed().getOrDefault(connection.key(), Map.of());
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

    private static Filled filled(Connection<?> connection, State known) {
        return Filled.of(connection.fields(), known.typed().getOrDefault(connection.key(), Map.of()));
    }

    /** Reads all changes anew. */
    void read() {
        state.read();
    }

    @Override
    public boolean tick(Instant now) {
        state.follow();
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
