package kr.dochak.identity.factors;

import java.time.Instant;

/** What happened to second factors of staff. */
public sealed interface FactorFact {

    /** An administrator took a colleague's second factor away. */
    record FactorReset(long staffId, long adminId, Instant at) implements FactorFact {}
}
