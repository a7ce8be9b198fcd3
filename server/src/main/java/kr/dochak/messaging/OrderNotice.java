package kr.dochak.messaging;

import java.time.Instant;
import java.util.List;
import kr.dochak.messaging.NoticeWords.Written;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one notice of an order, for the order's page and the trace.
 *
 * @param announcedAt when it stood in the inbox; null while it is held or when it was withdrawn
 */
public record OrderNotice(
        long noticeId,
        NoticeKind kind,
        State state,
        Written written,
        Instant detectedAt,
        @Nullable Instant announcedAt,
        List<Delivery> deliveries) {

    public String title() {
        return written.text().title();
    }

    public String body() {
        return written.text().body();
    }

    /** Held for a moment (one notice, not two), released, or withdrawn because it was no longer true. */
    public enum State {
        HELD,
        TOLD,
        WITHDRAWN
    }

    /**
     * The notice on one outside channel.
     *
     * @param code the vendor's last word, for staff
     * @param written what went out there, names and links hidden; null while nothing did, and for what went out long ago
     */
    public record Delivery(
            ChannelName channel,
            DeliveryState state,
            int attempts,
            @Nullable String code,
            Instant queuedAt,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant failedAt,
            @Nullable Written written) {

        Delivery saying(@Nullable Written sent) {
            return new Delivery(channel, state, attempts, code, queuedAt, sentAt, deliveredAt, failedAt, sent);
        }
    }
}
