package kr.dochak.benefits;

import kr.dochak.shared.Won;

/** What came of the wish to use a coupon. */
public sealed interface Redemption {

    /** The coupon is used up; the order costs this much less. The same order may ask again and hears the same. */
    record Redeemed(Won discount) implements Redemption {}

    /** It cannot be used. */
    record Refused(Reason reason) implements Redemption {}

    /** Why not. */
    enum Reason {
        NOT_YOURS,
        USED_ALREADY,
        EXPIRED,
        REVOKED
    }
}
