package kr.dochak.care.record;

import java.time.Instant;
import kr.dochak.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * One thing done to a case; never changed (CAR-10).
 *
 * @param staffId who did it; null when a customer or the product did
 * @param detail short facts for staff, such as the new owner or the urgency before and after
 */
public record CaseEvent(CaseId caseId, Kind kind, @Nullable Long staffId, String detail, Instant at) {

    /** What was done. */
    public enum Kind {
        OPENED,
        JOINED,
        TAKEN,
        ASSIGNED,
        RECLASSIFIED,
        CUSTOMER_WROTE,
        ANSWERED,
        SOLVED,
        REOPENED,
        FIRST_REPLY_OVERDUE,
        NEXT_REPLY_OVERDUE,
        SOLVE_OVERDUE,
        ESCALATED,
        CALL_DUE,
        CALLED,
        NOT_REACHED,
        CALL_OVERDUE,
        LEAD_SEEN,
        ANSWERED_BY_EVENT
    }
}
