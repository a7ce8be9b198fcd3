package kr.dochak.identity.vault;

import java.util.Base64;

/** Keys for tests of other modules that need one and no vault. */
public final class ZeroKey {

    private ZeroKey() {}

    /** Nothing but zeros, the same every time. */
    public static MasterKey master() {
        return MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));
    }
}
