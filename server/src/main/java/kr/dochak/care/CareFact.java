package kr.dochak.care;

import java.time.Instant;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** What the care module announces. */
public sealed interface CareFact {

    /** A case exists and has a clock (CAR-1, CAR-8). */
    record CaseOpened(
            CaseId caseId, MallId tenantId, @Nullable OrderId orderId, PersonId personId, String type, Instant at)
            implements CareFact {}

    /** Staff wrote to the customer. */
    record CaseAnswered(CaseId caseId, MallId tenantId, Instant at) implements CareFact {}

    /** The case is done; it may be reopened. */
    record CaseSolved(CaseId caseId, MallId tenantId, Instant at) implements CareFact {}
}
