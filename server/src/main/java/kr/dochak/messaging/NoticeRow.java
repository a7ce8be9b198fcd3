package kr.dochak.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored notice with the order's number, as needed to put it into words. */
public record NoticeRow(
        long id,
        NoticeKind kind,
        OrderNotice.State state,
        long tenantId,
        long personId,
        @Nullable Long orderId,
        @Nullable String orderNo,
        NoticeFacts facts,
        Instant detectedAt,
        @Nullable Instant toldAt) {}
