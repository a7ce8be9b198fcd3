package kr.dochak.live;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.dochak.shared.AddressBlock;
import kr.dochak.shared.Problem;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages that wait for a change; a stream carries only the word that something changed, and many changes in a
 * moment are one word. Streams are bounded for each reader and each audience, beat so that dead ones are noticed, and
 * end with the server.
 */
@Component
@EnableConfigurationProperties(LiveSettings.class)
public class LiveStreams implements DisposableBean {

    private static final long BEAT_SECONDS = 20;

    private final LiveTopics topics;
    private final LiveSettings settings;
    private final PartsLookup parts;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final Map<Object, Integer> taken = new ConcurrentHashMap<>();
    private volatile boolean ending;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-streams").factory());

    private record Reader(LiveAudience audience, String name) {}

    private record Place(String address) {}

    LiveStreams(LiveTopics topics, ObjectProvider<LiveParts> parts, LiveSettings settings) {
        this.settings = settings;
        this.topics = topics;
        this.parts = new PartsLookup(parts.stream().toList());
        timer.scheduleWithFixedDelay(() -> open.forEach(Stream::beat), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * A stream that says {@code changed} whenever the topic or one of its parts was touched. The newest is refused: throws
     * {@link Problem} 429 when this reader or this address has too many open, and 503 when the audience has.
     *
     * @param reader whose page it is, such as {@code staff 7}
     * @param address where it is open
     */
    public SseEmitter open(LiveAudience audience, String reader, String address, String topic) {
        Stream stream = new Stream(new Reader(audience, reader), new Place(AddressBlock.of(address)));
        stream.takeRoom();
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

    /** Open streams would hold up the server's orderly end, and so would those that come yet. */
    @EventListener(ContextClosedEvent.class)
    void closing() {
        ending = true;
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
        private final Place place;
        private final SseEmitter emitter;
        private final AtomicBoolean pending = new AtomicBoolean();
        private final AtomicBoolean closed = new AtomicBoolean();
        private volatile Runnable silence = () -> {};

        private Stream(Reader reader, Place place) {
            this.reader = reader;
            this.place = place;
            this.emitter = new Unbuffered(reader.audience().longest().toMillis());
        }

        private void takeRoom() {
            boolean room = take(reader.audience(), reader.audience().most());
            boolean ofReader = take(reader, settings.ofReader());
            boolean ofPlace = take(place, settings.ofAddress());
            if (!room || !ofReader || !ofPlace) {
                leaveRoom();
                throw room
                        ? Problem.tooMany("shared.problem.live-full")
                        : Problem.unavailable("shared.problem.live-full");
            }
        }

        private void leaveRoom() {
            giveBack(reader.audience());
            giveBack(reader);
            giveBack(place);
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
            if (ending) {
                end();
            }
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
