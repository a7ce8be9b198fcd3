package kr.dochak.compensation;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.benefits.CouponGrant;
import kr.dochak.benefits.PointGrant;
import kr.dochak.benefits.Warrant;

/** An award of a policy to one promise. */
record Grant(WatchedPromise promise, Duration late, CompensationPolicy policy, Rule.Award award) {

    /** Names the benefit for ever (BEN-2). */
    String key() {
        return "comp:" + promise.promiseId() + ":" + award.rule().id();
    }

    String causeName() {
        return promise.cause() == null
                ? CompensationPolicy.UNKNOWN
                : promise.cause().name();
    }

    CauseTerms terms() {
        return policy.termsOf(promise.cause());
    }

    PointGrant points(Instant at) {
        return new PointGrant(
                key(), promise.tenantId(), promise.personId(), promise.orderId(), award.value(), warrant(), at);
    }

    CouponGrant coupon(Instant at) {
        int percent = award.percent() == null ? 0 : award.percent();
        return new CouponGrant(
                key(),
                promise.tenantId(),
                promise.personId(),
                promise.orderId(),
                percent,
                award.value(),
                warrant(),
                at);
    }

    private Warrant warrant() {
        return Warrant.of(RuleWords.reason(award.rule()), "policy:" + policy.version());
    }
}
