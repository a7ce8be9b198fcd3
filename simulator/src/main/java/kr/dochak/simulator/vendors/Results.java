package kr.dochak.simulator.vendors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kr.dochak.simulator.wire.Call;
import kr.dochak.simulator.wire.Call.Kind;

/** Final results go back to the server through its webhook, as fast and as often as the vendor's mood has it. */
public final class Results {

    private static final int HELD_BACK = 3;

    private final String path;
    private final Consumer<Call> hooks;
    private final BiConsumer<Duration, Runnable> later;
    private final List<Map<String, Object>> heldBack = new ArrayList<>();
    private volatile Mood mood = Mood.NORMAL;
    private volatile int lateMinutes = 10;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile int pauseMillis = 250;

    /** The delay is of the world's time. */
    public Results(String path, Consumer<Call> hooks, BiConsumer<Duration, Runnable> later) {
        this.path = path;
        this.hooks = hooks;
        this.later = later;
    }

    /** Results come sooner, for a world that lives fast. */
    public void hurry() {
        pauseMillis = 25;
    }

    /** Whether all results that come soon have been handed over. */
    public boolean isThrough() {
        return underWay.get() == 0;
    }

    public Mood mood() {
        return mood;
    }

    public void become(Mood next, int minutes) {
        mood = next;
        lateMinutes = minutes;
        if (next != Mood.REVERSED) {
            release();
        }
    }

    void tell(String appKey, Map<String, Object> hook) {
        switch (mood) {
            case NORMAL, ERROR -> soon(appKey, hook);
            case TWICE -> {
                soon(appKey, hook);
                soon(appKey, hook);
            }
            case LATE -> later.accept(Duration.ofMinutes(lateMinutes), () -> send(appKey, List.of(hook)));
            case REVERSED -> hold(appKey, hook);
            case NEVER -> {}
        }
    }

    private void soon(String appKey, Map<String, Object> hook) {
        underWay.incrementAndGet();
        CompletableFuture.delayedExecutor(pauseMillis, TimeUnit.MILLISECONDS).execute(() -> {
            send(appKey, List.of(hook));
            underWay.decrementAndGet();
        });
    }

    private synchronized void hold(String appKey, Map<String, Object> hook) {
        heldBack.add(hook);
        if (heldBack.size() >= HELD_BACK) {
            send(appKey, List.copyOf(heldBack.reversed()));
            heldBack.clear();
        }
    }

    private synchronized void release() {
        heldBack.forEach(hook -> send("", List.of(hook)));
        heldBack.clear();
    }

    private void send(String appKey, List<Map<String, Object>> results) {
        Map<String, Object> body = Map.of(
                "hooksId",
                "hooks-" + results.getFirst().get("hookId"),
                "webhookConfigId",
                "dochak",
                "productName",
                path.endsWith("sms") ? "SMS" : "KakaoTalk Bizmessage",
                "appKey",
                appKey,
                "event",
                "MESSAGE_RESULT_UPDATE",
                "hooks",
                results);
        hooks.accept(Call.of(Kind.HOOK, String.valueOf(results.getFirst().get("requestId")), path, body));
    }
}
