package kr.dochak.compensation.goodwill;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.Approvals;
import kr.dochak.changes.Changes;
import kr.dochak.compensation.goodwill.GoodwillAnswer.NotAllowed;
import kr.dochak.compensation.goodwill.GoodwillAnswer.Reason;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Won;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goodwill from the wish to its decision (BEN-4); what follows from that is {@link GoodwillApproval}. */
@Component
public class GoodwillDesk {

    private final GoodwillRepository goodwills;
    private final GoodwillApproval approval;
    private final GoodwillGiving giving;
    private final Approvals approvals;
    private final Orders orders;
    private final Changes changes;
    private final InstantSource clock;

    GoodwillDesk(
            GoodwillRepository goodwills,
            GoodwillApproval approval,
            GoodwillGiving giving,
            Approvals approvals,
            Orders orders,
            Changes changes,
            InstantSource clock) {
        this.goodwills = goodwills;
        this.approval = approval;
        this.giving = giving;
        this.approvals = approvals;
        this.orders = orders;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Asks for something beyond the policy; nothing is given before others agree, unless the company lets the maker give as much alone.
     */
    @Transactional
    public GoodwillProposal propose(StaffMember maker, GoodwillWish wish) {
        Optional<OrderSummary> order =
                orders.find(wish.orderId()).filter(found -> found.tenantId().equals(maker.tenantId()));
        if (order.isEmpty()) {
            return new GoodwillProposal.UnknownOrder();
        }
        Set<GoodwillProposal.Field> wrong = GoodwillRule.wrong(wish.gift(), wish.reason());
        if (!wrong.isEmpty()) {
            return new GoodwillProposal.Incomplete(wrong);
        }
        Optional<Long> id = goodwills.insert(order.get(), wish, maker.id(), clock.instant());
        return id.map(each -> begun(maker, goodwills.find(each).orElseThrow()))
                .orElseGet(GoodwillProposal.SentBefore::new);
    }

    private GoodwillProposal begun(StaffMember maker, Goodwill goodwill) {
        Won before = goodwills.lockAtOnce(goodwill.orderId());
        if (GoodwillRule.atOnce(goodwill.gift().amount(), before, maker.limit(), approval.atOnceUpTo())) {
            giving.give(goodwill, List.of(), maker.actor());
            return new GoodwillProposal.Given(goodwill.id());
        }
        ask(goodwill.id());
        return new GoodwillProposal.Proposed(goodwill.id());
    }

    /** What was asked for an order, newest first. */
    public List<Goodwill> ofOrder(OrderId orderId) {
        return goodwills.ofOrder(orderId);
    }

    /** How each of these was asked about, newest wish of each, by its id; one that was given at once is missing. */
    public Map<Long, ApprovalRequest> wishes(Collection<Goodwill> some) {
        Map<Long, ApprovalRequest> byId = new HashMap<>();
        approvals
                .newest(
                        GoodwillApproval.KIND,
                        some.stream().map(each -> Long.toString(each.id())).toList())
                .forEach(request -> byId.put(Long.parseLong(request.subject()), request));
        return byId;
    }

    /** The most this member of staff gives for one order without another. */
    public Won aloneUpTo(StaffMember staff) {
        Won company = approval.atOnceUpTo();
        return staff.limit().compareTo(company) < 0 ? staff.limit() : company;
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
            changes.note(GoodwillGiving.noted(goodwill.get(), "goodwill.refusal"), staff.actor());
        }
        return refused;
    }

    private Optional<Goodwill> ofMall(StaffMember staff, long goodwillId) {
        return goodwills.find(goodwillId).filter(each -> each.tenantId().equals(staff.tenantId()));
    }
}
