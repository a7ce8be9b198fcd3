package kr.dochak.messaging;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** How the outside channels are doing, for the board; sent and failed in the last hour, waiting at this moment. */
public record DeliveryFigures(List<OfChannel> channels, List<Alarm> alarms) {

    /** One channel; {@code on} is false when it is not set up. */
    public record OfChannel(ChannelName channel, boolean on, long sent, long failed, long waiting) {}

    /**
     * Customers whom no outside way led to in the last day: they find their notices only when they look.
     *
     * @param since of the first of these notices; null when there is none
     */
    public record Unreached(long customers, @Nullable Instant since) {}

    /** One notice that reached nobody. */
    public record UnreachedNotice(
            long noticeId,
            NoticeKind kind,
            PersonId personId,
            @Nullable OrderId orderId,
            Instant at) {}

    /** A vendor refuses our set-up; repeating does not help. */
    public record Alarm(ChannelName channel, String code, String detail, long times, Instant firstAt, Instant lastAt) {}
}
