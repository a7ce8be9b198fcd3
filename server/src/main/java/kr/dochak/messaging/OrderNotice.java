package kr.dochak.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one notice of an order, for the order's page and the trace.
 *
 * @param toldAt when it stood in the inbox; null while it is held or when it was withdrawn
 */
public record OrderNotice(
        long noticeId,
        NoticeKind kind,
        State state,
        String title,
        String body,
        Instant detectedAt,
        @Nullable Instant toldAt,
        List<Delivery> deliveries) {

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
     */
    public record Delivery(
            ChannelName channel,
            DeliveryState state,
            int attempts,
            @Nullable String code,
            Instant queuedAt,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant failedAt) {}
}
