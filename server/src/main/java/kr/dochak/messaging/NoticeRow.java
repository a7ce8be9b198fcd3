package kr.dochak.messaging;

import java.time.Instant;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** A stored notice with the order's number, as needed to put it into words. */
public record NoticeRow(
        long id,
        NoticeKind kind,
        OrderNotice.State state,
        MallId tenantId,
        PersonId personId,
        @Nullable OrderId orderId,
        @Nullable String orderNo,
        NoticeFacts facts,
        Instant detectedAt,
        @Nullable Instant announcedAt) {}
