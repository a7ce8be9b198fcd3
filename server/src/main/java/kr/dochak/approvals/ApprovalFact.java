package kr.dochak.approvals;

import java.time.Instant;
import kr.dochak.shared.MallId;

/** What the module of approvals tells others. */
public sealed interface ApprovalFact {

    /**
     * A wish is over, by a decision, by its maker or by time.
     *
     * @param mall whose it was; {@link MallId#DEFAULT} for the house
     */
    record ApprovalEnded(
            long requestId,
            String kind,
            String subject,
            MallId mall,
            long makerId,
            ApprovalRequest.Outcome outcome,
            Instant at)
            implements ApprovalFact {}
}
