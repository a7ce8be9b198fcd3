package kr.dochak.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Listens to one topic and to its {@link LiveParts}, which may become more while it listens. */
final class LiveListener {

    private final LiveTopics topics;
    private final List<LiveParts> parts;
    private final long id;
    private final Runnable changed;
    private final Runnable whole;
    private final Map<String, Runnable> joined = new HashMap<>();
    private boolean stopped;

    private LiveListener(LiveTopics topics, String topic, List<LiveParts> parts, long id, Runnable changed) {
        this.topics = topics;
        this.parts = parts;
        this.id = id;
        this.changed = changed;
        this.whole = topics.listen(topic, unused -> touched());
    }

    /** Listens until the returned handle is run. */
    static Runnable begin(LiveTopics topics, Collection<LiveParts> all, String topic, Runnable changed) {
        int colon = topic.indexOf(':');
        List<LiveParts> parts = all.stream()
                .filter(each -> colon > 0 && each.kind().equals(topic.substring(0, colon)))
                .toList();
        long id = parts.isEmpty() ? 0 : Long.parseLong(topic.substring(colon + 1));
        LiveListener listener = new LiveListener(topics, topic, parts, id, changed);
        try {
            listener.join();
        } catch (RuntimeException e) {
            listener.stop();
            throw e;
        }
        return listener::stop;
    }

    private void touched() {
        changed.run();
        if (!parts.isEmpty()) {
            Thread.startVirtualThread(this::join); // who touches a topic does not wait for its readers
        }
    }

    private void join() {
        List<String> now =
                parts.stream().flatMap(each -> each.parts(id).stream()).toList();
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
