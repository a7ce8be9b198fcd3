package kr.dochak.compensation.goodwill;

import java.util.UUID;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for an order's customer (BEN-4).
 *
 * @param promiseId the promise it is about, if it is about one
 * @param reason why; the customer reads it in their history, so it says nothing about others
 * @param form makes a form that is sent twice one wish; null where there is no form
 */
public record GoodwillWish(
        OrderId orderId,
        @Nullable PromiseId promiseId,
        GoodwillGift gift,
        String reason,
        @Nullable UUID form) {}
