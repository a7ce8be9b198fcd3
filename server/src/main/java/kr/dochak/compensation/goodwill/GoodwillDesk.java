package kr.dochak.compensation.goodwill;

import java.time.InstantSource;
import java.util.Optional;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.Approvals;
import kr.dochak.changes.Changes;
import kr.dochak.compensation.goodwill.GoodwillAnswer.NotAllowed;
import kr.dochak.compensation.goodwill.GoodwillAnswer.Reason;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goodwill from the wish to its decision (BEN-4); what follows from that is {@link GoodwillApproval}. */
@Component
public class GoodwillDesk {

    private static final int LONGEST_REASON = 1_000;

    private final GoodwillRepository goodwills;
    private final GoodwillApproval approval;
    private final Approvals approvals;
    private final Orders orders;
    private final Changes changes;
    private final InstantSource clock;

    GoodwillDesk(
            GoodwillRepository goodwills,
            GoodwillApproval approval,
            Approvals approvals,
            Orders orders,
            Changes changes,
            InstantSource clock) {
        this.goodwills = goodwills;
        this.approval = approval;
        this.approvals = approvals;
        this.orders = orders;
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
        long id = goodwills.insert(order.get(), promiseId, amount, reason.strip(), maker.id(), clock.instant());
        ask(id);
        return new GoodwillProposal.Proposed(id);
    }

    /** Puts a wish that stands before those who may decide. */
    void ask(long goodwillId) {
        approvals.ask(approval.wish(goodwills.find(goodwillId).orElseThrow()));
    }

    @Transactional
    public GoodwillAnswer approve(StaffMember approver, long goodwillId) {
        if (ofMall(approver, goodwillId).isEmpty()) {
            return new NotAllowed(Reason.UNKNOWN);
        }
        return switch (approvals.decide(approver, GoodwillApproval.KIND, Long.toString(goodwillId), true, "")) {
            case ApprovalAnswer.Decided decided -> new GoodwillAnswer.Given();
            case ApprovalAnswer.NeedsAnother another -> new GoodwillAnswer.NeedsAnother();
            case ApprovalAnswer.NotNow no -> new NotAllowed(Reason.DECIDED_BEFORE);
            case ApprovalAnswer.NotAllowed(ApprovalAnswer.Reason reason) -> new NotAllowed(why(reason));
        };
    }

    private static Reason why(ApprovalAnswer.Reason reason) {
        return switch (reason) {
            case UNKNOWN -> Reason.UNKNOWN;
            case OWN -> Reason.OWN_PROPOSAL;
            case VOTED_BEFORE -> Reason.APPROVED_BEFORE;
            case NO_RIGHT, ABOVE_LIMIT -> Reason.ABOVE_LIMIT;
            case OVER, TOO_LONG -> Reason.DECIDED_BEFORE;
        };
    }

    /** Who may approve at all refuses it, and the maker takes it back. */
    @Transactional
    public boolean refuse(StaffMember staff, long goodwillId) {
        Optional<Goodwill> goodwill = ofMall(staff, goodwillId);
        if (goodwill.isEmpty()) {
            return false;
        }
        if (goodwill.get().makerId() == staff.id()) {
            return approvals.withdrawOwn(staff, GoodwillApproval.KIND, Long.toString(goodwillId))
                    instanceof ApprovalAnswer.Decided;
        }
        boolean refused = approvals.decide(staff, GoodwillApproval.KIND, Long.toString(goodwillId), false, "")
                instanceof ApprovalAnswer.Decided;
        if (refused) {
            changes.note(GoodwillApproval.noted(goodwill.get(), "goodwill.refusal"), staff.actor());
        }
        return refused;
    }

    private Optional<Goodwill> ofMall(StaffMember staff, long goodwillId) {
        return goodwills.find(goodwillId).filter(each -> each.tenantId().equals(staff.tenantId()));
    }
}
