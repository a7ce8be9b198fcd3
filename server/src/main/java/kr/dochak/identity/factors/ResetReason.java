package kr.dochak.identity.factors;

/** Why a colleague's second factor is taken away; a choice, so that nothing about the person is typed into the log. */
public enum ResetReason {
    LOST,
    REPLACED,
    BROKEN,
    SUSPECTED
}
