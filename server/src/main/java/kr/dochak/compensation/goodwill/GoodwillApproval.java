package kr.dochak.compensation.goodwill;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.ApprovalRequest.Vote;
import kr.dochak.approvals.ApprovalSubject;
import kr.dochak.approvals.ApprovalWish;
import kr.dochak.benefits.Benefits;
import kr.dochak.benefits.PointGrant;
import kr.dochak.benefits.Warrant;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.OrderTopic;
import kr.dochak.orders.Orders;
import kr.dochak.settings.SecondPerson;
import kr.dochak.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * Goodwill as it is decided about (BEN-4): up to a sum by one person whose limit covers it, above by two of whom one does. Whoever
 * approves anything at all may decide; no right is asked beside that.
 */
@Component
class GoodwillApproval implements ApprovalSubject {

    static final String KIND = "goodwill";

    private final GoodwillRepository goodwills;
    private final Orders orders;
    private final Benefits benefits;
    private final LiveTopics live;
    private final Settings settings;
    private final Changes changes;
    private final InstantSource clock;

    GoodwillApproval(
            GoodwillRepository goodwills,
            Orders orders,
            Benefits benefits,
            LiveTopics live,
            Settings settings,
            Changes changes,
            InstantSource clock) {
        this.goodwills = goodwills;
        this.orders = orders;
        this.benefits = benefits;
        this.live = live;
        this.settings = settings;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<Right> rights(SecondPerson.Wish wish) {
        return Set.of();
    }

    /** Who must agree is judged as the numbers are when it is asked. */
    ApprovalWish wish(Goodwill goodwill) {
        boolean alone = goodwill.amount().compareTo(settings.of(GoodwillSettings.ALONE_UP_TO)) <= 0;
        return new ApprovalWish(
                new SecondPerson.Wish(
                        KIND,
                        Long.toString(goodwill.id()),
                        goodwill.tenantId(),
                        goodwill.makerId(),
                        "approvals.what.goodwill",
                        List.of(
                                orders.find(goodwill.orderId())
                                        .map(OrderSummary::orderNo)
                                        .orElse("#" + goodwill.orderId()),
                                String.format(
                                        Locale.ROOT, "%,d", goodwill.amount().amount())),
                        "/console/orders/" + goodwill.orderId(),
                        goodwill.madeAt()),
                Set.of(),
                goodwill.amount(),
                alone ? 1 : 2,
                goodwills.approvals(goodwill.id()));
    }

    @Override
    public List<ApprovalWish> standing() {
        return goodwills.pending().stream().map(this::wish).toList();
    }

    @Override
    public Effect agreed(ApprovalRequest request, StaffMember last) {
        Goodwill goodwill = goodwills.lock(Long.parseLong(request.subject())).orElse(null);
        if (goodwill == null || goodwill.state() != Goodwill.State.PENDING) {
            return new Effect.NotNow("approvals.not-now.over");
        }
        Instant now = clock.instant();
        request.cast().forEach(vote -> goodwills.approve(goodwill, vote, now));
        goodwills.granted(goodwill.id(), now);
        changes.note(noted(goodwill, "goodwill.approval"), last.actor());
        live.touch(OrderTopic.of(goodwill.orderId()));
        benefits.grantPoints(List.of(new PointGrant(
                "goodwill:" + goodwill.id(),
                goodwill.tenantId(),
                goodwill.personId(),
                goodwill.orderId(),
                goodwill.amount(),
                new Warrant(
                        goodwill.reason(),
                        "staff:" + goodwill.makerId(),
                        request.cast().stream()
                                .map(Vote::voterId)
                                .map(id -> "staff:" + id)
                                .toList()),
                now)));
        return new Effect.Done();
    }

    /** What the change log has of it (ASR-5). */
    static Change noted(Goodwill goodwill, String what) {
        return Change.of("goodwill", goodwill.id())
                .as(what)
                .with("amount", "", goodwill.amount().amount())
                .with("order", "", goodwill.orderId());
    }

    @Override
    public void ended(ApprovalRequest request, ApprovalRequest.Decision decision) {
        goodwills
                .lock(Long.parseLong(request.subject()))
                .filter(each -> each.state() == Goodwill.State.PENDING)
                .ifPresent(each -> goodwills.refused(each.id(), decision.staffId(), decision.at()));
    }
}
