package kr.dochak.benefits;

import java.time.Instant;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/** Movements by which a benefit ends. */
final class Closing {

    private Closing() {}

    /** All that remains of a point grant goes. */
    static Movement of(PointRepository.Remaining left, Movement.Kind kind, Warrant warrant, Instant at) {
        return new Movement(
                kind,
                Movement.Unit.POINTS,
                left.tenantId(),
                left.personId(),
                left.id(),
                left.points(),
                left.orderId(),
                warrant,
                at);
    }

    /** The coupon goes, as worth {@code amount}. */
    static Movement of(
            CouponRepository.Owned owned,
            Movement.Kind kind,
            Won amount,
            @Nullable Long orderId,
            Warrant warrant,
            Instant at) {
        return new Movement(
                kind,
                Movement.Unit.COUPON,
                owned.tenantId(),
                owned.coupon().personId(),
                owned.coupon().id(),
                amount,
                orderId,
                warrant,
                at);
    }
}
