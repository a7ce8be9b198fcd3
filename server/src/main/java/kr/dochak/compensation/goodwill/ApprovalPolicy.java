package kr.dochak.compensation.goodwill;

import java.util.ArrayList;
import java.util.List;
import kr.dochak.compensation.goodwill.GoodwillAnswer.Reason;
import kr.dochak.shared.Won;

/**
 * Who may approve goodwill (BEN-4): up to {@code aloneUpTo} one person whose limit covers it; above, two people who may
 * approve at all, one of whom has a limit that covers the whole sum. Never the maker.
 */
record ApprovalPolicy(Won aloneUpTo) {

    /** One person's yes, with the most that person may approve. */
    record Approval(long staffId, Won limit) {}

    /** What is asked for, and who has agreed to it before. */
    record Request(long makerId, Won amount, List<Approval> before) {}

    GoodwillAnswer judge(Request request, Approval approval) {
        if (approval.staffId() == request.makerId()) {
            return new GoodwillAnswer.NotAllowed(Reason.OWN_PROPOSAL);
        }
        if (request.before().stream().anyMatch(before -> before.staffId() == approval.staffId())) {
            return new GoodwillAnswer.NotAllowed(Reason.APPROVED_BEFORE);
        }
        List<Approval> all = new ArrayList<>(request.before());
        all.add(approval);
        boolean covered = all.stream().anyMatch(each -> each.limit().compareTo(request.amount()) >= 0);
        if (request.amount().compareTo(aloneUpTo) <= 0) {
            return covered ? new GoodwillAnswer.Given() : new GoodwillAnswer.NotAllowed(Reason.ABOVE_LIMIT);
        }
        return ofTwo(all, approval, covered);
    }

    private static GoodwillAnswer ofTwo(List<Approval> all, Approval approval, boolean covered) {
        if (approval.limit().amount() == 0 || (all.size() > 1 && !covered)) {
            return new GoodwillAnswer.NotAllowed(Reason.ABOVE_LIMIT);
        }
        return all.size() > 1 ? new GoodwillAnswer.Given() : new GoodwillAnswer.NeedsAnother();
    }
}
