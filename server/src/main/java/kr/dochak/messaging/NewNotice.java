package kr.dochak.messaging;

import java.time.Instant;
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
        long tenantId,
        long personId,
        @Nullable Long orderId,
        @Nullable Long promiseId,
        @Nullable Long shipmentId,
        NoticeFacts facts,
        Instant detectedAt,
        @Nullable Instant holdUntil,
        boolean decided) {

    static NewNotice ofPromise(
            NoticeKind kind,
            String subject,
            long tenantId,
            long personId,
            long orderId,
            long promiseId,
            NoticeFacts facts,
            Instant detectedAt,
            @Nullable Instant holdUntil) {
        return new NewNotice(
                kind, subject, tenantId, personId, orderId, promiseId, null, facts, detectedAt, holdUntil, false);
    }

    static NewNotice ofCare(
            NoticeKind kind,
            String subject,
            long tenantId,
            long personId,
            @Nullable Long orderId,
            NoticeFacts facts,
            Instant at) {
        return new NewNotice(kind, subject, tenantId, personId, orderId, null, null, facts, at, null, false);
    }
}
