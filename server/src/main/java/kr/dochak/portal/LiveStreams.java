package kr.dochak.portal;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import kr.dochak.shared.Problem;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Open pages that want to hear of a change. A stream carries no data, only the word that something changed; many changes
 * in a moment are one word. Streams are bounded, beat so that dead ones are noticed, and end after half an hour.
 */
@Component
class LiveStreams implements DisposableBean {

    private static final int MOST = 5_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final long BEAT_SECONDS = 20;
    private static final long TOGETHER_MILLIS = 150;

    private final Semaphore room = new Semaphore(MOST);
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-streams").factory());

    LiveStreams() {
        timer.scheduleWithFixedDelay(() -> open.forEach(Stream::beat), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * A stream that says {@code changed} whenever what it listens to has changed; throws {@link Problem} 503 when too many are
     * open.
     *
     * @param listen given what to run at each change, begins to listen and answers how to stop
     */
    SseEmitter on(Function<Runnable, Runnable> listen) {
        if (!room.tryAcquire()) {
            throw Problem.unavailable("portal.live.full");
        }
        Stream stream = opened(listen);
        stream.emitter.onCompletion(stream::close);
        stream.emitter.onTimeout(stream.emitter::complete);
        stream.emitter.onError(failure -> stream.close());
        open.add(stream);
        stream.beat();
        return stream.emitter;
    }

    private Stream opened(Function<Runnable, Runnable> listen) {
        try {
            return new Stream(listen);
        } catch (RuntimeException e) {
            room.release();
            throw e;
        }
    }

    /** How many are open now. */
    int count() {
        return open.size();
    }

    /** Open streams would hold up the server's orderly end. */
    @EventListener(ContextClosedEvent.class)
    void closing() {
        open.forEach(stream -> stream.emitter.complete());
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    private final class Stream {

        private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        private final AtomicBoolean pending = new AtomicBoolean();
        private final AtomicBoolean closed = new AtomicBoolean();
        private final Runnable silence;

        private Stream(Function<Runnable, Runnable> listen) {
            this.silence = listen.apply(this::changed);
        }

        /** Called by whoever changed something, so nothing is sent on that thread. */
        private void changed() {
            if (pending.compareAndSet(false, true)) {
                timer.schedule(() -> offThread(this::tell), TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        private void tell() {
            pending.set(false);
            send(SseEmitter.event().name("changed").data("1"));
        }

        private void beat() {
            offThread(() -> send(SseEmitter.event().comment("")));
        }

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

        private void close() {
            if (closed.compareAndSet(false, true)) {
                silence.run();
                open.remove(this);
                room.release();
            }
        }
    }
}
