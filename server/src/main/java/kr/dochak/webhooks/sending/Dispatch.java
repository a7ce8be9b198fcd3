package kr.dochak.webhooks.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kr.dochak.time.Ticking;
import kr.dochak.time.WorldClock;
import kr.dochak.webhooks.addresses.WebhookNumbers;
import kr.dochak.webhooks.sending.SendingRepository.Done;
import kr.dochak.webhooks.sending.SendingRepository.Due;
import kr.dochak.webhooks.sending.SendingRepository.Target;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what is due, each endpoint on a lane of its own: one that does not answer holds up no other. */
@Component
class Dispatch implements Ticking, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final int AT_ONCE = 16;
    private static final int MOST_BATCHES = 50;
    /** Longer than any request lasts, in a world that may run faster than ours. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final SendingRepository outbox;
    private final Postman postman;
    private final WebhookNumbers numbers;
    private final WorldClock clock;
    private final TransactionTemplate transaction;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();

    Dispatch(
            SendingRepository outbox,
            Postman postman,
            WebhookNumbers numbers,
            WorldClock clock,
            TransactionTemplate transaction) {
        this.outbox = outbox;
        this.postman = postman;
        this.numbers = numbers;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Sets the lanes going; only a driven world waits for them. */
    @Override
    public boolean isOutward() {
        return true;
    }

    @Override
    public boolean tick(Instant now) {
        List<CompletableFuture<Void>> started = outbox.endpointsDue(now, busy).stream()
                .filter(busy::add)
                .map(endpoint -> CompletableFuture.runAsync(() -> lane(endpoint), lanes))
                .toList();
        if (clock.mode() != WorldClock.Mode.DRIVEN) {
            return false;
        }
        started.forEach(CompletableFuture::join);
        return !started.isEmpty();
    }

    @Override
    public @Nullable Instant nextDue() {
        return outbox.nextDue();
    }

    private void lane(long endpointId) {
        try {
            for (int i = 0; i < MOST_BATCHES && batch(endpointId, clock.instant()); i++) {}
        } catch (RuntimeException e) {
            log.warn("sending to webhook {} failed and will be tried again", endpointId, e);
        } finally {
            busy.remove(endpointId);
        }
    }

    /** True when there may be more, and the endpoint takes what it is sent. */
    private boolean batch(long endpointId, Instant now) {
        Target target = outbox.target(endpointId, now).orElse(null);
        if (target == null) {
            return false;
        }
        List<Due> due = outbox.claim(endpointId, now, LEASE, AT_ONCE);
        List<CompletableFuture<Done>> sent = due.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> send(target, each), lanes))
                .toList();
        List<Done> done = sent.stream().map(CompletableFuture::join).toList();
        transaction.executeWithoutResult(status -> settle(endpointId, done));
        return done.size() == AT_ONCE
                && done.stream().anyMatch(each -> each.answer().isTaken());
    }

    private Done send(Target target, Due due) {
        Answer answer = postman.send(target, due);
        return new Done(due, answer, RetryRule.after(due.attempts(), answer, clock.instant(), due.sequence()));
    }

    private void settle(long endpointId, List<Done> done) {
        if (done.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        outbox.record(endpointId, done);
        boolean anyTaken = done.stream().anyMatch(each -> each.answer().isTaken());
        boolean gone = done.stream().anyMatch(each -> each.answer().isGone());
        Instant failingSince =
                outbox.health(endpointId, done.size(), anyTaken, now).orElse(null);
        HealthRule.judge(gone, failingSince, now, numbers.disableAfter()).ifPresent(why -> {
            outbox.disable(endpointId, why, now);
            log.warn("webhook {} is disabled: {}", endpointId, why);
        });
    }

    @Override
    public void destroy() {
        lanes.shutdownNow();
    }
}
