package kr.dochak.care.record;

import java.time.Instant;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * A case as pages and other modules see it.
 *
 * @param caseNo the number people say: {@code C20261123-0001}
 * @param clockFrom where the clocks to solve and to escalate start: the opening, or the last reopening
 * @param firstReplyDueAt when a person must have answered first; never moved by later messages
 * @param replyDueAt when the message that waits now must be answered; null when none waits
 * @param attentionAt until when the next thing must be done; the queue is sorted by it
 * @param escalatedAt when it was put before the team lead, if it was
 * @param leadSeenAt when a lead had it in view
 * @param callDueAt until when the customer is called, if they are to be
 */
public record SupportCase(
        CaseId caseId,
        MallId tenantId,
        String caseNo,
        PersonId personId,
        @Nullable OrderId orderId,
        @Nullable ShipmentId shipmentId,
        @Nullable PromiseId promiseId,
        CaseType type,
        Urgency urgency,
        CaseStatus status,
        CaseChannel channel,
        String subject,
        @Nullable CaseOwner owner,
        Instant openedAt,
        Instant clockFrom,
        Instant firstReplyDueAt,
        @Nullable Instant firstRepliedAt,
        @Nullable Instant replyDueAt,
        Instant solveDueAt,
        @Nullable Instant solvedAt,
        @Nullable Instant escalatedAt,
        @Nullable Instant leadSeenAt,
        @Nullable Instant callDueAt,
        Instant attentionAt,
        int reopened,
        int version) {

    /** Whether a clock of it has run out at this moment; a solved case has no clock. */
    public boolean isOverdue(Instant now) {
        return status != CaseStatus.SOLVED && attentionAt.isBefore(now);
    }

    /** Whether it was put before the lead and no lead has seen it. */
    public boolean waitsForLead() {
        return status != CaseStatus.SOLVED && escalatedAt != null && leadSeenAt == null;
    }

    public boolean isOwnedByOther(long staffId) {
        return owner != null && owner.staffId() != staffId;
    }
}
