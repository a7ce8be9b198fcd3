package kr.dochak.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Finds the parts of topics, once for all who listen to a topic that was touched and a few topics at a time: a thousand open
 * pages of one order ask the database no more than one does.
 */
final class PartsLookup {

    private static final int AT_ONCE = 2;

    private final List<LiveParts> all;
    private final Map<String, Set<Consumer<Collection<String>>>> asking = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    PartsLookup(List<LiveParts> all) {
        this.all = all;
    }

    boolean hasParts(String topic) {
        return all.stream().anyMatch(each -> each.kind().equals(kind(topic)));
    }

    /** The parts of a topic as they are now. */
    List<String> now(String topic) {
        List<LiveParts> kinds =
                all.stream().filter(each -> each.kind().equals(kind(topic))).toList();
        long id = kinds.isEmpty() ? 0 : Long.parseLong(topic.substring(topic.indexOf(':') + 1));
        return kinds.stream().flatMap(each -> each.parts(id).stream()).toList();
    }

    /** Tells the parts as they are after this moment, on a thread of its own: who touches a topic waits for no reader. */
    void later(String topic, Consumer<Collection<String>> listener) {
        boolean[] first = {false};
        asking.compute(topic, (unused, others) -> {
            first[0] = others == null;
            Set<Consumer<Collection<String>>> with = others == null ? ConcurrentHashMap.newKeySet() : others;
            with.add(listener);
            return with;
        });
        if (first[0]) {
            Thread.startVirtualThread(() -> find(topic));
        }
    }

    private void find(String topic) {
        turns.acquireUninterruptibly();
        try {
            Set<Consumer<Collection<String>>> listeners = asking.remove(topic);
            if (listeners != null) {
                List<String> parts = now(topic);
                listeners.forEach(each -> each.accept(parts));
            }
        } finally {
            turns.release();
        }
    }

    private static String kind(String topic) {
        int colon = topic.indexOf(':');
        return colon > 0 ? topic.substring(0, colon) : "";
    }
}
