package kr.dochak.compensation.goodwill;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.dochak.benefits.Benefits;
import kr.dochak.benefits.PointGrant;
import kr.dochak.benefits.Warrant;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.compensation.goodwill.GoodwillAnswer.Reason;
import kr.dochak.identity.StaffMember;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.OrderTopic;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goodwill from the wish to the customer's points (BEN-4). */
@Component
public class GoodwillDesk {

    private static final int LONGEST_REASON = 1_000;

    private final GoodwillRepository goodwills;
    private final Orders orders;
    private final Benefits benefits;
    private final LiveTopics live;
    private final Changes changes;
    private final InstantSource clock;

    GoodwillDesk(
            GoodwillRepository goodwills,
            Orders orders,
            Benefits benefits,
            LiveTopics live,
            Changes changes,
            InstantSource clock) {
        this.goodwills = goodwills;
        this.orders = orders;
        this.benefits = benefits;
        this.live = live;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public GoodwillProposal propose(
            StaffMember maker, OrderId orderId, @Nullable PromiseId promiseId, Won amount, String reason) {
        Optional<OrderSummary> order =
                orders.find(orderId).filter(found -> found.tenantId().equals(maker.tenantId()));
        if (order.isEmpty()) {
            return new GoodwillProposal.UnknownOrder();
        }
        if (amount.amount() == 0 || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            return new GoodwillProposal.Incomplete();
        }
        return new GoodwillProposal.Proposed(
                goodwills.insert(order.get(), promiseId, amount, reason.strip(), maker.id(), clock.instant()));
    }

    @Transactional
    public GoodwillAnswer approve(StaffMember approver, long goodwillId) {
        Goodwill goodwill = goodwills.lock(approver.tenantId(), goodwillId).orElse(null);
        if (goodwill == null) {
            return new GoodwillAnswer.NotAllowed(Reason.UNKNOWN);
        }
        if (goodwill.state() != Goodwill.State.PENDING) {
            return new GoodwillAnswer.NotAllowed(Reason.DECIDED_BEFORE);
        }
        ApprovalPolicy policy = goodwills.policy();
        var approval = new ApprovalPolicy.Approval(approver.id(), approver.limit());
        GoodwillAnswer answer = policy.judge(
                new ApprovalPolicy.Request(goodwill.makerId(), goodwill.amount(), goodwills.approvals(goodwillId)),
                approval);
        if (!(answer instanceof GoodwillAnswer.NotAllowed)) {
            goodwills.approve(goodwill, approval, clock.instant());
            changes.note(noted(goodwill, "goodwill.approval"), approver.actor());
        }
        if (answer instanceof GoodwillAnswer.Given) {
            give(goodwill, approver.id(), clock.instant());
        }
        return answer;
    }

    @Transactional
    public boolean refuse(StaffMember staff, long goodwillId) {
        Goodwill goodwill = goodwills.lock(staff.tenantId(), goodwillId).orElse(null);
        if (goodwill == null || goodwill.state() != Goodwill.State.PENDING) {
            return false;
        }
        boolean isMaker = goodwill.makerId() == staff.id();
        if (!isMaker && staff.limit().amount() == 0) {
            return false;
        }
        goodwills.refused(goodwillId, staff.id(), clock.instant());
        changes.note(noted(goodwill, "goodwill.refusal"), staff.actor());
        return true;
    }

    private static Change noted(Goodwill goodwill, String what) {
        return Change.of("goodwill", goodwill.id())
                .as(what)
                .with("amount", "", goodwill.amount().amount())
                .with("order", "", goodwill.orderId());
    }

    private void give(Goodwill goodwill, long lastApprover, Instant now) {
        List<String> approvers = new ArrayList<>();
        goodwill.approverIds().forEach(id -> approvers.add("staff:" + id));
        approvers.add("staff:" + lastApprover);
        goodwills.granted(goodwill.id(), now);
        live.touch(OrderTopic.of(goodwill.orderId()));
        benefits.grantPoints(List.of(new PointGrant(
                "goodwill:" + goodwill.id(),
                goodwill.tenantId(),
                goodwill.personId(),
                goodwill.orderId(),
                goodwill.amount(),
                new Warrant(goodwill.reason(), "staff:" + goodwill.makerId(), approvers),
                now)));
    }
}
