package kr.dochak.compensation.goodwill;

import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/**
 * What staff want to give (BEN-4).
 *
 * @param percent how much of a later order a coupon takes off; null for points
 * @param amount the points, or the most that the coupon takes off
 */
public record GoodwillGift(Kind kind, @Nullable Integer percent, Won amount) {

    /** As many points. */
    public static GoodwillGift points(Won amount) {
        return new GoodwillGift(Kind.POINTS, null, amount);
    }

    /** A coupon of so much, up to an amount. */
    public static GoodwillGift coupon(int percent, Won most) {
        return new GoodwillGift(Kind.COUPON, percent, most);
    }
}
