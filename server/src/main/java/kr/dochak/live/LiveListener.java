package kr.dochak.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Listens to one topic and to its {@link LiveParts}, which may become more while it listens. */
final class LiveListener {

    private final LiveTopics topics;
    private final PartsLookup lookup;
    private final String topic;
    private final Runnable changed;
    private final Runnable whole;
    private final Consumer<Collection<String>> joining = this::join;
    private final Map<String, Runnable> joined = new HashMap<>();
    private boolean stopped;

    private LiveListener(LiveTopics topics, PartsLookup lookup, String topic, Runnable changed) {
        this.topics = topics;
        this.lookup = lookup;
        this.topic = topic;
        this.changed = changed;
        this.whole = topics.listen(topic, unused -> touched());
    }

    /** Listens until the returned handle is run. */
    static Runnable begin(LiveTopics topics, PartsLookup lookup, String topic, Runnable changed) {
        LiveListener listener = new LiveListener(topics, lookup, topic, changed);
        try {
            listener.join(lookup.now(topic));
        } catch (RuntimeException e) {
            listener.stop();
            throw e;
        }
        return listener::stop;
    }

    private void touched() {
        changed.run();
        if (lookup.hasParts(topic)) {
            lookup.later(topic, joining);
        }
    }

    private void join(Collection<String> now) {
        synchronized (joined) {
            if (!stopped) {
                now.forEach(part ->
                        joined.computeIfAbsent(part, unused -> topics.listen(part, heard -> changed.run())));
            }
        }
    }

    private void stop() {
        whole.run();
        synchronized (joined) {
            stopped = true;
            joined.values().forEach(Runnable::run);
            joined.clear();
        }
    }
}
