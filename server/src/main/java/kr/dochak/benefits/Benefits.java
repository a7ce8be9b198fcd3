package kr.dochak.benefits;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Points and coupons of people: given, used, revoked, and each change in the {@link Ledger} in the same transaction. A
 * call made inside a transaction should be among its last, since the ledger's end stays locked until the commit.
 */
@Component
public class Benefits {

    private final PointRepository points;
    private final CouponRepository coupons;
    private final Validity validity;
    private final Ledger ledger;
    private final InstantSource clock;

    Benefits(PointRepository points, CouponRepository coupons, Validity validity, Ledger ledger, InstantSource clock) {
        this.points = points;
        this.coupons = coupons;
        this.validity = validity;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Gives points; a key that was given before gives nothing again (BEN-2). */
    @Transactional
    public void grantPoints(List<PointGrant> grants) {
        grant(grants, List.of());
    }

    /** Gives coupons; a key that was given before gives nothing again (BEN-2). */
    @Transactional
    public void grantCoupons(List<CouponGrant> grants) {
        grant(List.of(), grants);
    }

    /** Gives both with one lock of the ledger; hundreds cost a handful of statements. */
    @Transactional
    public void grant(List<PointGrant> pointGrants, List<CouponGrant> couponGrants) {
        List<Movement> issued = new ArrayList<>(issuePoints(pointGrants));
        issued.addAll(issueCoupons(couponGrants));
        ledger.append(issued);
    }

    private List<Movement> issuePoints(List<PointGrant> grants) {
        if (grants.isEmpty()) {
            return List.of();
        }
        Map<String, Long> fresh = points.insert(grants, validity.expiryOf(Movement.Unit.POINTS));
        List<Movement> issued =
                grants.stream().flatMap(grant -> issued(grant, fresh)).toList();
        points.credit(issued);
        return issued;
    }

    private List<Movement> issueCoupons(List<CouponGrant> grants) {
        if (grants.isEmpty()) {
            return List.of();
        }
        Map<String, Long> fresh = coupons.insert(grants, validity.expiryOf(Movement.Unit.COUPON));
        return grants.stream().flatMap(grant -> issued(grant, fresh)).toList();
    }

    // a key is taken out of the fresh ones, so that one which stands twice in a list is given once
    private static Stream<Movement> issued(PointGrant grant, Map<String, Long> fresh) {
        Long id = fresh.remove(grant.key());
        return id == null
                ? Stream.empty()
                : Stream.of(new Movement(
                        Movement.Kind.ISSUE,
                        Movement.Unit.POINTS,
                        grant.tenantId(),
                        grant.personId(),
                        id,
                        grant.amount(),
                        grant.orderId(),
                        grant.warrant(),
                        grant.at()));
    }

    private static Stream<Movement> issued(CouponGrant grant, Map<String, Long> fresh) {
        Long id = fresh.remove(grant.key());
        return id == null
                ? Stream.empty()
                : Stream.of(new Movement(
                        Movement.Kind.ISSUE,
                        Movement.Unit.COUPON,
                        grant.tenantId(),
                        grant.personId(),
                        id,
                        grant.maxDiscount(),
                        grant.orderId(),
                        grant.warrant(),
                        grant.at()));
    }

    /** What a person can spend now; zero for one who never had any. */
    public Won balanceOf(PersonId personId) {
        return points.balance(List.of(personId));
    }

    /** All coupons of a person, newest first, whatever became of them. */
    public List<Coupon> couponsOf(PersonId personId) {
        return coupons.of(List.of(personId));
    }

    /** What people can spend together. */
    public Won balanceOf(Collection<PersonId> personIds) {
        return points.balance(personIds);
    }

    /** All coupons of people, newest first, whatever became of them. */
    public List<Coupon> couponsOf(Collection<PersonId> personIds) {
        return coupons.of(personIds);
    }

    /** What moved for people, newest first; {@code cursor} is null for the first page. */
    public Keyset<LedgerEntry> history(Collection<PersonId> personIds, @Nullable String cursor, int limit) {
        return ledger.history(personIds, cursor, limit);
    }

    /** What moved for a person, newest first; {@code cursor} is null for the first page. */
    public Keyset<LedgerEntry> history(PersonId personId, @Nullable String cursor, int limit) {
        return ledger.history(List.of(personId), cursor, limit);
    }

    /** Spends points, those that expire first before the others. */
    @Transactional
    public PointUse.Outcome usePoints(PointUse use) {
        Instant now = clock.instant();
        List<PointRepository.Remaining> spendable = points.lockSpendable(use.personId(), now);
        if (points.isUsed(use.key())) {
            return new PointUse.Outcome.Used();
        }
        Won most = spendable.stream().map(PointRepository.Remaining::points).reduce(Won.ZERO, Won::plus);
        if (most.compareTo(use.amount()) < 0) {
            return new PointUse.Outcome.NotEnough(most);
        }
        points.insertUse(use, now);
        List<Movement> taken = Spending.of(use, spendable, now);
        points.debit(taken);
        ledger.append(taken);
        return new PointUse.Outcome.Used();
    }

    /** Uses a coupon for an order, once; {@code total} is what the order costs without it. */
    @Transactional
    public Redemption redeemCoupon(long couponId, PersonId personId, OrderId orderId, Won total) {
        CouponRepository.Owned owned = coupons.lock(couponId).orElse(null);
        if (owned == null || !owned.coupon().personId().equals(personId)) {
            return new Redemption.Refused(Redemption.Reason.NOT_YOURS);
        }
        return switch (owned.coupon().state()) {
            case OPEN -> redeem(owned, orderId, total, clock.instant());
            case REVOKED -> new Redemption.Refused(Redemption.Reason.REVOKED);
            case EXPIRED -> new Redemption.Refused(Redemption.Reason.EXPIRED);
            case REDEEMED ->
                coupons.discountOf(couponId, orderId)
                        .<Redemption>map(Redemption.Redeemed::new)
                        .orElse(new Redemption.Refused(Redemption.Reason.USED_ALREADY));
        };
    }

    private Redemption redeem(CouponRepository.Owned owned, OrderId orderId, Won total, Instant now) {
        Coupon coupon = owned.coupon();
        if (!coupon.expiresAt().isAfter(now)) {
            return new Redemption.Refused(Redemption.Reason.EXPIRED);
        }
        Won discount = coupon.discountOn(total);
        coupons.insertRedemption(coupon.id(), orderId, discount, now);
        coupons.close(List.of(coupon.id()), Coupon.State.REDEEMED);
        Warrant warrant = Warrant.of("쿠폰 사용", "customer");
        ledger.append(List.of(Movement.ending(owned, Movement.Kind.USE, discount, orderId, warrant, now)));
        return new Redemption.Redeemed(discount);
    }

    /**
     * Takes back what is left of a grant; what was spent stays spent.
     *
     * @return what was taken back: points, or a coupon's highest discount; zero when nothing was left
     */
    @Transactional
    public Won revoke(String grantKey, Warrant warrant) {
        Instant now = clock.instant();
        List<Movement> taken = new ArrayList<>(points.lockByKey(grantKey).stream()
                .filter(left -> left.points().amount() > 0)
                .map(left -> Movement.ending(left, Movement.Kind.REVOKE, warrant, now))
                .toList());
        if (!taken.isEmpty()) {
            points.debit(taken);
        }
        coupons.lockByKey(grantKey)
                .filter(owned -> owned.coupon().state() == Coupon.State.OPEN)
                .ifPresent(owned -> taken.add(revoked(owned, warrant, now)));
        ledger.append(taken);
        return taken.stream().map(Movement::amount).reduce(Won.ZERO, Won::plus);
    }

    private Movement revoked(CouponRepository.Owned owned, Warrant warrant, Instant now) {
        Coupon coupon = owned.coupon();
        coupons.close(List.of(coupon.id()), Coupon.State.REVOKED);
        return Movement.ending(owned, Movement.Kind.REVOKE, coupon.maxDiscount(), coupon.orderId(), warrant, now);
    }
}
