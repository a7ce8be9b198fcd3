package kr.dochak.benefits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends points and coupons whose time is over. It names no moment at which it is due: a coupon past its time cannot be
 * used anyway, so a driven world need not stop at each midnight for it.
 */
@Component
class BenefitExpiry implements Ticking {

    private static final int MOST_AT_ONCE = 500;
    private static final Warrant WARRANT = Warrant.of("유효기간 만료", "validity");

    private final PointRepository points;
    private final CouponRepository coupons;
    private final Ledger ledger;

    BenefitExpiry(PointRepository points, CouponRepository coupons, Ledger ledger) {
        this.points = points;
        this.coupons = coupons;
        this.ledger = ledger;
    }

    @Override
    @Transactional
    public boolean tick(Instant now) {
        List<Movement> ended = new ArrayList<>(endPoints(now));
        ended.addAll(endCoupons(now));
        ledger.append(ended);
        return !ended.isEmpty();
    }

    private List<Movement> endPoints(Instant now) {
        List<Movement> ended = points.claimExpired(now, MOST_AT_ONCE).stream()
                .map(left -> Movement.ending(left, Movement.Kind.EXPIRE, WARRANT, now))
                .toList();
        if (!ended.isEmpty()) {
            points.debit(ended);
        }
        return ended;
    }

    private List<Movement> endCoupons(Instant now) {
        List<CouponRepository.Owned> over = coupons.claimExpired(now, MOST_AT_ONCE);
        if (!over.isEmpty()) {
            coupons.close(over.stream().map(owned -> owned.coupon().id()).toList(), Coupon.State.EXPIRED);
        }
        return over.stream()
                .map(owned -> Movement.ending(
                        owned,
                        Movement.Kind.EXPIRE,
                        owned.coupon().maxDiscount(),
                        owned.coupon().orderId(),
                        WARRANT,
                        now))
                .toList();
    }
}
