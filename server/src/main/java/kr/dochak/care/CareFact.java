package kr.dochak.care;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the care module announces. */
public sealed interface CareFact {

    /** A case exists and has a clock (CAR-1, CAR-8). */
    record CaseOpened(long caseId, long tenantId, @Nullable Long orderId, long personId, String type, Instant at)
            implements CareFact {}

    /** Staff wrote to the customer. */
    record CaseAnswered(long caseId, long tenantId, Instant at) implements CareFact {}

    /** The case is done; it may be reopened. */
    record CaseSolved(long caseId, long tenantId, Instant at) implements CareFact {}
}
