package kr.dochak.compensation.goodwill;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.ApprovalRequest.Vote;
import kr.dochak.approvals.ApprovalSubject;
import kr.dochak.approvals.ApprovalWish;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.settings.SecondPerson;
import kr.dochak.settings.Settings;
import kr.dochak.shared.Won;
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
    private final GoodwillGiving giving;
    private final Settings settings;
    private final InstantSource clock;

    GoodwillApproval(
            GoodwillRepository goodwills,
            Orders orders,
            GoodwillGiving giving,
            Settings settings,
            InstantSource clock) {
        this.goodwills = goodwills;
        this.orders = orders;
        this.giving = giving;
        this.settings = settings;
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

    /** What the company lets anybody give for an order without another. */
    Won atOnceUpTo() {
        return settings.of(GoodwillSettings.AT_ONCE_UP_TO);
    }

    /** Who must agree is judged as the numbers are when it is asked. */
    ApprovalWish wish(Goodwill goodwill) {
        boolean alone = goodwill.gift().amount().compareTo(settings.of(GoodwillSettings.ALONE_UP_TO)) <= 0;
        return new ApprovalWish(
                new SecondPerson.Wish(
                        KIND,
                        Long.toString(goodwill.id()),
                        goodwill.tenantId(),
                        goodwill.makerId(),
                        goodwill.gift().percent() == null
                                ? "approvals.what.goodwill"
                                : "approvals.what.goodwill-coupon",
                        gaps(goodwill),
                        "/console/orders/" + goodwill.orderId() + "/goodwill",
                        goodwill.madeAt()),
                Set.of(),
                goodwill.gift().amount(),
                alone ? 1 : 2,
                goodwills.approvals(goodwill.id()));
    }

    private List<String> gaps(Goodwill goodwill) {
        List<String> gaps = new ArrayList<>();
        gaps.add(orders.find(goodwill.orderId()).map(OrderSummary::orderNo).orElse("#" + goodwill.orderId()));
        gaps.add(String.format(Locale.ROOT, "%,d", goodwill.gift().amount().amount()));
        Integer percent = goodwill.gift().percent();
        if (percent != null) {
            gaps.add(percent.toString());
        }
        return List.copyOf(gaps);
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
        giving.give(goodwill, request.cast().stream().map(Vote::voterId).toList(), last.actor());
        return new Effect.Done();
    }

    @Override
    public void ended(ApprovalRequest request, ApprovalRequest.Decision decision) {
        goodwills
                .lock(Long.parseLong(request.subject()))
                .filter(each -> each.state() == Goodwill.State.PENDING)
                .ifPresent(each -> goodwills.refused(each.id(), decision.staffId(), decision.at()));
    }
}
