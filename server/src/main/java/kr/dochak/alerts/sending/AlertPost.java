package kr.dochak.alerts.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kr.dochak.alerts.sending.MessageRepository.Done;
import kr.dochak.alerts.sending.MessageRepository.Message;
import kr.dochak.alerts.sending.MessageRepository.State;
import kr.dochak.time.Ticking;
import kr.dochak.time.WorldClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends what is due to staff, side by side and outside any transaction: a room that does not answer holds up no letter. */
@Component
class AlertPost implements Ticking, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AlertPost.class);
    private static final int AT_ONCE = 32;
    /** Longer than any sending lasts, in a world that may run faster than ours. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10));

    private final MessageRepository messages;
    private final AlertLetters letters;
    private final HookPost hooks;
    private final WorldClock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    AlertPost(MessageRepository messages, AlertLetters letters, HookPost hooks, WorldClock clock) {
        this.messages = messages;
        this.letters = letters;
        this.hooks = hooks;
        this.clock = clock;
    }

    /** Whether a message was taken, and what the other side answered. */
    record Sent(Outcome outcome, String answer) {

        enum Outcome {
            SENT,
            LATER,
            NEVER
        }
    }

    @Override
    public boolean isOutward() {
        return true;
    }

    /** Sets them going; only a driven world waits for them. */
    @Override
    public boolean tick(Instant now) {
        List<Message> due = messages.claim(now, LEASE, AT_ONCE);
        List<CompletableFuture<Void>> going = due.stream()
                .map(each -> CompletableFuture.runAsync(() -> carry(each), threads))
                .toList();
        if (clock.mode() == WorldClock.Mode.DRIVEN) {
            going.forEach(CompletableFuture::join);
        }
        return due.size() == AT_ONCE;
    }

    private void carry(Message message) {
        try {
            Done done = messages.rings(message.alertId())
                    ? done(message, send(message))
                    : new Done(message.id(), State.NEEDLESS, "", null);
            messages.record(List.of(done), clock.instant());
        } catch (RuntimeException e) {
            log.warn("message {} to staff could not be sent and is tried again", message.id(), e);
        }
    }

    private Sent send(Message message) {
        return switch (message.way()) {
            case MAIL -> letters.send(message);
            case HOOK -> hooks.send(message);
        };
    }

    private Done done(Message message, Sent sent) {
        return switch (sent.outcome()) {
            case SENT -> new Done(message.id(), State.SENT, sent.answer(), null);
            case NEVER -> new Done(message.id(), State.GIVEN_UP, sent.answer(), null);
            case LATER ->
                message.attempts() > PAUSES.size()
                        ? new Done(message.id(), State.GIVEN_UP, sent.answer(), null)
                        : new Done(
                                message.id(),
                                State.WAITING,
                                sent.answer(),
                                clock.instant().plus(PAUSES.get(message.attempts() - 1)));
        };
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
