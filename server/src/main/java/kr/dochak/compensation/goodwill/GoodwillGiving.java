package kr.dochak.compensation.goodwill;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.benefits.Benefits;
import kr.dochak.benefits.CouponGrant;
import kr.dochak.benefits.PointGrant;
import kr.dochak.benefits.Warrant;
import kr.dochak.changes.Actor;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.OrderTopic;
import org.springframework.stereotype.Component;

/** Gives what was agreed to, in the transaction of the agreement (BEN-4, BEN-5). */
@Component
class GoodwillGiving {

    private final GoodwillRepository goodwills;
    private final Benefits benefits;
    private final LiveTopics live;
    private final Changes changes;
    private final InstantSource clock;

    GoodwillGiving(
            GoodwillRepository goodwills, Benefits benefits, LiveTopics live, Changes changes, InstantSource clock) {
        this.goodwills = goodwills;
        this.benefits = benefits;
        this.live = live;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param approvers who agreed; nobody where the maker may give it alone */
    void give(Goodwill goodwill, List<Long> approvers, Actor last) {
        Instant now = clock.instant();
        goodwills.granted(goodwill.id(), approvers.isEmpty(), now);
        changes.note(noted(goodwill, approvers.isEmpty() ? "goodwill.at-once" : "goodwill.approval"), last);
        live.touch(OrderTopic.of(goodwill.orderId()));
        Warrant warrant = new Warrant(
                goodwill.reason(),
                "staff:" + goodwill.makerId(),
                approvers.stream().map(id -> "staff:" + id).toList());
        benefits.grant(points(goodwill, warrant, now), coupons(goodwill, warrant, now));
    }

    private static String key(Goodwill goodwill) {
        return "goodwill:" + goodwill.id();
    }

    private static List<PointGrant> points(Goodwill goodwill, Warrant warrant, Instant now) {
        return goodwill.gift().percent() != null
                ? List.of()
                : List.of(new PointGrant(
                        key(goodwill),
                        goodwill.tenantId(),
                        goodwill.personId(),
                        goodwill.orderId(),
                        goodwill.gift().amount(),
                        warrant,
                        now));
    }

    private static List<CouponGrant> coupons(Goodwill goodwill, Warrant warrant, Instant now) {
        Integer percent = goodwill.gift().percent();
        return percent == null
                ? List.of()
                : List.of(new CouponGrant(
                        key(goodwill),
                        goodwill.tenantId(),
                        goodwill.personId(),
                        goodwill.orderId(),
                        percent,
                        goodwill.gift().amount(),
                        warrant,
                        now));
    }

    /** What the change log has of it (ASR-5). */
    static Change noted(Goodwill goodwill, String what) {
        return Change.of("goodwill", goodwill.id())
                .as(what)
                .with("amount", "", goodwill.gift().amount().amount())
                .with("order", "", goodwill.orderId());
    }
}
