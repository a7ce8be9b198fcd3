package kr.dochak.simulator.vendors;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.simulator.korea.KoreanTime;
import org.jspecify.annotations.Nullable;

/** What both NHN products share: the header of an answer, keys, and remembering what was asked before. */
final class Nhn {

    private static final int MOST_KEPT = 50_000;
    private static final long REMEMBERED_NANOS = 600L * 1_000_000_000L;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final String appKey;
    private final String secretKey;
    private final AtomicLong requests = new AtomicLong();
    private final Map<String, Long> asked = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Object>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    Nhn(String appKey, String secretKey) {
        this.appKey = appKey;
        this.secretKey = secretKey;
    }

    static Map<String, Object> header(int code, String message) {
        return Map.of("resultCode", code, "resultMessage", message, "isSuccessful", code == 0);
    }

    static Map<String, Object> refusal(int code, String message) {
        return Map.of("header", header(code, message));
    }

    /** An empty setting lets every key in. */
    int keyRefusal(String app, @Nullable String secret) {
        if (!appKey.isEmpty() && !appKey.equals(app)) {
            return -1000;
        }
        return secretKey.isEmpty() || secretKey.equals(secret) ? 0 : -1001;
    }

    /** The same key within ten minutes has been asked before. */
    boolean isRepeated(@Nullable String idempotencyKey) {
        if (idempotencyKey == null || idempotencyKey.isBlank()) {
            return false;
        }
        long now = System.nanoTime();
        asked.values().removeIf(at -> now - at > REMEMBERED_NANOS);
        return asked.putIfAbsent(idempotencyKey, now) != null;
    }

    /** Keeps a message for whoever asks by its key what became of it; the oldest make room. */
    void keep(String groupingKey, String requestId, int seq, String phone, String resultCode) {
        if (groupingKey.isEmpty()) {
            return;
        }
        synchronized (kept) {
            kept.put(
                    groupingKey,
                    Map.of(
                            "requestId", requestId,
                            "recipientSeq", seq,
                            "recipientNo", phone,
                            "resultCode", resultCode,
                            "recipientGroupingKey", groupingKey));
        }
    }

    List<Map<String, Object>> keptUnder(String groupingKey) {
        synchronized (kept) {
            Map<String, Object> message = kept.get(groupingKey);
            return message == null ? List.of() : List.of(message);
        }
    }

    String requestId(String now) {
        return "%s%08d".formatted(now.replaceAll("\\D", "").substring(0, 14), requests.incrementAndGet());
    }

    static Map<String, Object> hook(String requestId, int seq, String recipientNo, String code, String now) {
        LocalDateTime at = KoreanTime.parse(now);
        Map<String, Object> hook = new LinkedHashMap<>();
        hook.put("requestId", requestId);
        hook.put("recipientSeq", seq);
        hook.put("requestDate", at.format(SECONDS));
        hook.put("createDate", at.format(SECONDS));
        hook.put("receiveDate", at.plusSeconds(1).format(SECONDS));
        hook.put("recipientNo", recipientNo);
        hook.put("resultCode", code);
        hook.put("hookId", requestId + "-" + seq);
        return hook;
    }
}
