package kr.dochak.live;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.dochak.shared.Problem;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages that want to hear of a change. A stream carries no data, only the word that something changed; many changes
 * in a moment are one word. Streams are bounded for each reader and each audience, beat so that dead ones are noticed, and
 * end with the server.
 */
@Component
public class LiveStreams implements DisposableBean {

    /** Enough for many tabs, and for pages just left whose end shows only at the next beat. */
    static final int MOST_OF_ONE_READER = 40;

    private static final long BEAT_SECONDS = 20;

    private final LiveTopics topics;
    private final List<LiveParts> parts;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final Map<Object, Integer> taken = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-streams").factory());

    private record Reader(LiveAudience audience, String name) {}

    LiveStreams(LiveTopics topics, ObjectProvider<LiveParts> parts) {
        this.topics = topics;
        this.parts = parts.stream().toList();
        timer.scheduleWithFixedDelay(() -> open.forEach(Stream::beat), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * A stream that says {@code changed} whenever the topic or one of its parts was touched; throws {@link Problem} 503 when
     * the audience or this reader has too many open.
     *
     * @param reader whose page it is, such as {@code staff 7}
     */
    public SseEmitter open(LiveAudience audience, String reader, String topic) {
        Stream stream = new Stream(new Reader(audience, reader));
        if (!stream.takeRoom()) {
            throw Problem.unavailable("shared.problem.live-full");
        }
        stream.listen(topic);
        return stream.emitter;
    }

    /** Has {@code changed} run whenever the topic or one of its parts was touched, until the returned handle is run. */
    public Runnable listen(String topic, Runnable changed) {
        return LiveListener.begin(topics, parts, topic, changed);
    }

    /** How many are open now. */
    int count() {
        return open.size();
    }

    /** Open streams would hold up the server's orderly end. */
    @EventListener(ContextClosedEvent.class)
    void closing() {
        open.forEach(Stream::end);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    private boolean take(Object room, int most) {
        return taken.merge(room, 1, Integer::sum) <= most;
    }

    private void giveBack(Object room) {
        taken.computeIfPresent(room, (unused, count) -> count == 1 ? null : count - 1);
    }

    private final class Stream {

        private final Reader reader;
        private final SseEmitter emitter;
        private final AtomicBoolean pending = new AtomicBoolean();
        private final AtomicBoolean closed = new AtomicBoolean();
        private volatile Runnable silence = () -> {};

        private Stream(Reader reader) {
            this.reader = reader;
            this.emitter = new Unbuffered(reader.audience().longest().toMillis());
        }

        private boolean takeRoom() {
            boolean room = take(reader.audience(), reader.audience().most());
            if (take(reader, MOST_OF_ONE_READER) && room) {
                return true;
            }
            leaveRoom();
            return false;
        }

        private void leaveRoom() {
            giveBack(reader.audience());
            giveBack(reader);
        }

        private void listen(String topic) {
            try {
                silence = LiveStreams.this.listen(topic, this::changed);
            } catch (RuntimeException e) {
                leaveRoom();
                throw e;
            }
            emitter.onCompletion(this::close);
            emitter.onTimeout(emitter::complete);
            emitter.onError(failure -> close());
            open.add(this);
            beat();
        }

        /** Called by whoever changed something, so nothing is sent on that thread. */
        private void changed() {
            if (pending.compareAndSet(false, true)) {
                long together = reader.audience().together().toMillis();
                timer.schedule(() -> offThread(this::announce), together, TimeUnit.MILLISECONDS);
            }
        }

        private void announce() {
            pending.set(false);
            send(SseEmitter.event().name("changed").data("1"));
        }

        private void beat() {
            offThread(() -> send(SseEmitter.event().comment("")));
        }

        /** On a thread of its own, so that one slow reader holds up nobody. */
        private void offThread(Runnable sending) {
            Thread.ofVirtual().name("live").start(sending);
        }

        private void send(SseEmitter.SseEventBuilder event) {
            try {
                emitter.send(event);
            } catch (IOException | IllegalStateException gone) {
                close();
            }
        }

        private void end() {
            emitter.complete();
            close();
        }

        private void close() {
            if (closed.compareAndSet(false, true)) {
                silence.run();
                open.remove(this);
                leaveRoom();
            }
        }
    }

    /** Asks proxies in front to pass each word on at once. */
    private static final class Unbuffered extends SseEmitter {

        private Unbuffered(long timeoutMillis) {
            super(timeoutMillis);
        }

        @Override
        protected void extendResponse(ServerHttpResponse response) {
            super.extendResponse(response);
            response.getHeaders().set("X-Accel-Buffering", "no");
        }
    }
}
