package kr.dochak.messaging;

import java.time.Instant;
import java.time.LocalDate;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** What the care module has customers notified of. The words of a conversation stay on the case; the message links to it. */
public sealed interface CareNotice {

    /** The case was taken in (CAR-2): its number, who looks after it and by when there is a first answer. */
    record CaseOpened(
            CaseId caseId,
            MallId tenantId,
            PersonId personId,
            @Nullable OrderId orderId,
            String caseNo,
            String owner,
            Instant replyBy,
            Instant at)
            implements CareNotice {}

    /** Staff or the bot wrote an answer; {@code answerId} makes it one notice per answer. */
    record CaseAnswered(
            CaseId caseId,
            long answerId,
            MallId tenantId,
            PersonId personId,
            @Nullable OrderId orderId,
            String caseNo,
            String owner,
            Instant at)
            implements CareNotice {}

    /** Staff wrote without having been asked: what they found out about a parcel. */
    record CaseWrote(
            CaseId caseId,
            long messageId,
            MallId tenantId,
            PersonId personId,
            @Nullable OrderId orderId,
            String caseNo,
            String owner,
            Instant at)
            implements CareNotice {}

    /**
     * What became of a delivery request (DSP-6).
     *
     * @param passedOn whether it reached whoever carries the parcel
     */
    record RequestEnded(
            long requestId,
            MallId tenantId,
            PersonId personId,
            OrderId orderId,
            DeliveryRequest.Place place,
            @Nullable LocalDate day,
            boolean passedOn,
            Instant at)
            implements CareNotice {}
}
