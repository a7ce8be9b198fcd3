package kr.dochak.identity;

/** Why a log-in at the company's provider came to nothing; each has its sentence for who wanted in (IDN-1). */
public enum OidcRefusal {
    /** Stopped at the provider, by its user or by its rules. */
    STOPPED,
    /** Not begun by this browser, or too long ago. */
    STATE,
    /** The provider takes the code no more, such as one that was used. */
    CODE,
    /** The provider cannot be reached, is too slow, or answers nonsense. */
    UNREACHABLE,
    /** What it says of its user is not signed by it, not for us, not for this log-in or too old. */
    TOKEN,
    /** The provider does not vouch for the e-mail, and the account is not known yet. */
    UNVERIFIED,
    /** Nobody of the staff has this e-mail. */
    UNKNOWN,
    /** Locked, or works here no more. */
    CLOSED,
    /** The e-mail is of somebody who logs in with another account of the provider. */
    OTHER_SUBJECT
}
