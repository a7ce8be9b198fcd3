package kr.dochak.messaging;

import java.time.Instant;
import kr.dochak.shared.OrderId;
import org.jspecify.annotations.Nullable;

/** One message in the customer's inbox, in their language; the page adds the link to the order itself. */
public record InboxEntry(
        long noticeId, NoticeKind kind, @Nullable OrderId orderId, String title, String body, Instant announcedAt) {}
