package kr.dochak.messaging;

import java.time.Instant;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * A notice to be made; kind and subject together are its key.
 *
 * @param holdUntil until when it waits for more to say; null tells it at once
 * @param decided true when the decision about compensation is already in it
 */
public record NewNotice(
        NoticeKind kind,
        String subject,
        MallId tenantId,
        PersonId personId,
        @Nullable OrderId orderId,
        @Nullable PromiseId promiseId,
        @Nullable ShipmentId shipmentId,
        NoticeFacts facts,
        Instant detectedAt,
        @Nullable Instant holdUntil,
        boolean decided) {

    /** The same with other facts. */
    NewNotice with(NoticeFacts others) {
        return new NewNotice(
                kind,
                subject,
                tenantId,
                personId,
                orderId,
                promiseId,
                shipmentId,
                others,
                detectedAt,
                holdUntil,
                decided);
    }

    static NewNotice ofPromise(
            NoticeKind kind,
            String subject,
            MallId tenantId,
            PersonId personId,
            OrderId orderId,
            PromiseId promiseId,
            NoticeFacts facts,
            Instant detectedAt,
            @Nullable Instant holdUntil) {
        return new NewNotice(
                kind, subject, tenantId, personId, orderId, promiseId, null, facts, detectedAt, holdUntil, false);
    }

    static NewNotice ofCare(
            NoticeKind kind,
            String subject,
            MallId tenantId,
            PersonId personId,
            @Nullable OrderId orderId,
            NoticeFacts facts,
            Instant at) {
        return new NewNotice(kind, subject, tenantId, personId, orderId, null, null, facts, at, null, false);
    }
}
