package kr.dochak.identity.accounts;

/** How an account stands (IDN-1). */
public enum AccountState {
    /** Asked in by mail, and not come yet. */
    INVITED,
    ACTIVE,
    /** Stopped for a while; what its owner had in hand stays theirs. */
    LOCKED,
    /** Its owner works here no more; old records still name them. */
    LEFT
}
