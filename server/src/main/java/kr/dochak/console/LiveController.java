package kr.dochak.console;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.dochak.care.Cases;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.orders.Orders;
import kr.dochak.shared.LiveTopics;
import kr.dochak.shared.Problem;
import kr.dochak.tracking.Tracking;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open staff pages that something changed, at most once a second for each page; the page then asks for its part. */
@Controller
class LiveController {

    /** After this the browser connects anew, and who may listen is looked at again. */
    private static final Duration LASTS = Duration.ofMinutes(15);

    private static final String ORDER = "order:";
    private static final Duration BEAT = Duration.ofSeconds(20);

    private final LiveTopics topics;
    private final Cases cases;
    private final Orders orders;
    private final Tracking tracking;
    private final ScheduledExecutorService pace = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().name("console-live").daemon().factory());

    LiveController(LiveTopics topics, Cases cases, Orders orders, Tracking tracking) {
        this.topics = topics;
        this.cases = cases;
        this.orders = orders;
        this.tracking = tracking;
    }

    @GetMapping("/console/live")
    SseEmitter live(@RequestParam String topic, @AuthenticationPrincipal StaffMember staff) {
        if (!mayHear(topic, staff)) {
            throw Problem.notFound("shared.error.404.text");
        }
        return new Listener(topic).emitter;
    }

    @PreDestroy
    void stop() {
        pace.shutdownNow();
    }

    private boolean mayHear(String topic, StaffMember staff) {
        if (topic.equals(LiveTopics.BOARD)) {
            return true;
        }
        String[] parts = topic.split(":", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,18}")) {
            return false;
        }
        long id = Long.parseLong(parts[1]);
        return switch (parts[0]) {
            case "order" ->
                orders.find(id)
                        .filter(order -> order.tenantId() == staff.tenantId())
                        .isPresent();
            case "case" ->
                staff.may(Role.AGENT)
                        && cases.find(id)
                                .filter(one -> one.tenantId() == staff.tenantId())
                                .isPresent();
            default -> false;
        };
    }

    /** One open page. Many touches within a second become one word. */
    private final class Listener {

        private final SseEmitter emitter = new SseEmitter(LASTS.toMillis());
        private final AtomicBoolean waiting = new AtomicBoolean();
        private final Runnable unlisten;
        private final ScheduledFuture<?> beat;

        Listener(String topic) {
            unlisten = topic.startsWith(ORDER)
                    ? tracking.listen(Long.parseLong(topic.substring(ORDER.length())), this::touched)
                    : topics.listen(topic, unused -> touched());
            beat = pace.scheduleAtFixedRate(
                    () -> later(SseEmitter.event().comment("here")),
                    BEAT.toMillis(),
                    BEAT.toMillis(),
                    TimeUnit.MILLISECONDS);
            emitter.onCompletion(this::over);
            emitter.onTimeout(emitter::complete);
            emitter.onError(unused -> over());
        }

        private void touched() {
            if (waiting.compareAndSet(false, true)) {
                pace.schedule(
                        () -> {
                            waiting.set(false);
                            later(SseEmitter.event().name("changed").data(""));
                        },
                        1,
                        TimeUnit.SECONDS);
            }
        }

        /** On a thread of its own, so that one slow reader holds up nobody. */
        private void later(SseEmitter.SseEventBuilder event) {
            Thread.startVirtualThread(() -> {
                try {
                    emitter.send(event);
                } catch (IOException | IllegalStateException e) {
                    over();
                }
            });
        }

        private void over() {
            unlisten.run();
            beat.cancel(false);
        }
    }
}
