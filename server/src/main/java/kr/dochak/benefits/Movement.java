package kr.dochak.benefits;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/**
 * One change of what a person has (BEN-5).
 *
 * @param benefitId the point grant or coupon that moved
 * @param amount the points; for a coupon its highest discount, or when used what it took off
 */
public record Movement(
        Kind kind,
        Unit unit,
        MallId tenantId,
        PersonId personId,
        long benefitId,
        Won amount,
        @Nullable OrderId orderId,
        Warrant warrant,
        Instant at) {

    public Movement {
        // the database keeps microseconds; what is hashed must be what is kept
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** All that remains of a point grant goes. */
    static Movement ending(PointRepository.Remaining left, Kind kind, Warrant warrant, Instant at) {
        return new Movement(
                kind,
                Unit.POINTS,
                left.tenantId(),
                left.personId(),
                left.id(),
                left.points(),
                left.orderId(),
                warrant,
                at);
    }

    /** A coupon goes, as worth {@code amount}. */
    static Movement ending(
            CouponRepository.Owned owned,
            Kind kind,
            Won amount,
            @Nullable OrderId orderId,
            Warrant warrant,
            Instant at) {
        Coupon coupon = owned.coupon();
        return new Movement(
                kind, Unit.COUPON, owned.tenantId(), coupon.personId(), coupon.id(), amount, orderId, warrant, at);
    }

    /** What happened. */
    public enum Kind {
        ISSUE,
        USE,
        EXPIRE,
        REVOKE
    }

    /** What it happened to. */
    public enum Unit {
        POINTS,
        COUPON
    }
}
