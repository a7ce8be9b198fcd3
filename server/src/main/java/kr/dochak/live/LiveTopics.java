package kr.dochak.live;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * After a commit, passes the names of changed topics to open pages, in this process and by {@link LiveRelay} in others;
 * a page asks for its fragment again. A topic is a kind, a colon and a number; its module names the kind.
 */
@Component
public class LiveTopics {

    /** The topic every live board listens to, and the only one without an owner: whoever changes a figure touches it. */
    public static final String BOARD = "board";

    private final Map<String, Set<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable Consumer<Collection<String>> others;

    /** Says that the topic changed; inside a transaction it is said after the commit. */
    public void touch(String topic) {
        touchAll(Set.of(topic));
    }

    /** As {@link #touch}, for many at once whose topics need no names while nobody listens. */
    public <T> void touchAll(Collection<T> changed, Function<T, String> topic) {
        if (hasListeners()) {
            touchAll(changed.stream().map(topic).toList());
        }
    }

    /** As {@link #touch}, for many at once. */
    public void touchAll(Collection<String> topics) {
        if (!hasListeners()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            announceAll(topics);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                announceAll(topics);
            }
        });
    }

    /** Listens until the returned handle is run. */
    public Runnable listen(String topic, Consumer<String> listener) {
        listeners.computeIfAbsent(topic, unused -> new CopyOnWriteArraySet<>()).add(listener);
        return () -> listeners.computeIfPresent(topic, (unused, listening) -> {
            listening.remove(listener);
            return listening.isEmpty() ? null : listening;
        });
    }

    /** Has other processes told as well. */
    void relayTo(Consumer<Collection<String>> others) {
        this.others = others;
    }

    private boolean hasListeners() {
        return !listeners.isEmpty() || others != null;
    }

    private void announceAll(Collection<String> topics) {
        topics.forEach(this::announce);
        Consumer<Collection<String>> elsewhere = others;
        if (elsewhere != null) {
            elsewhere.accept(topics);
        }
    }

    /** In this process only. */
    void announce(String topic) {
        listeners.getOrDefault(topic, Set.of()).forEach(listener -> listener.accept(topic));
    }
}
