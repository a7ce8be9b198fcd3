package kr.dochak.identity.sessions;

/** How somebody showed who they are when a log-in began, or when it was last asked anew (IDN-1). */
public enum Way {
    /** A password alone. */
    PASSWORD,
    /** A password, then a code of the authenticator app. */
    TOTP,
    /** A password, then one of the codes for when the app is lost. */
    RECOVERY,
    /** A passkey whose device checked its owner. */
    PASSKEY,
    /** A one-time code that was sent. */
    CODE,
    /** The company's provider, which did not say that it asked for a second factor. */
    PROVIDER,
    /** The company's provider, with a second factor: its own or ours. */
    PROVIDER_FACTOR;

    /** Whether two things were shown: something known or of the body, and something held. */
    public boolean isTwofold() {
        return this == TOTP || this == RECOVERY || this == PASSKEY || this == PROVIDER_FACTOR;
    }
}
