package kr.dochak.console.cases;

import java.util.List;
import kr.dochak.care.answers.SuggestedReply;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseMessage;
import kr.dochak.care.record.SupportCase;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.console.LastScan;
import kr.dochak.identity.StaffMember;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.OrderDetail;
import kr.dochak.pages.PromiseBand;
import kr.dochak.promise.PromiseView;
import org.jspecify.annotations.Nullable;

/**
 * One case beside what is known of its order.
 *
 * @param key makes this form's answer one answer, however often it is sent
 * @param mine whether the reader owns it
 */
public record CaseView(
        SupportCase one,
        String customer,
        List<CaseMessage> conversation,
        List<CaseEvent> history,
        List<SuggestedReply> replies,
        List<StaffMember> colleagues,
        @Nullable OrderDetail order,
        List<Part> parts,
        List<Granted> grants,
        List<OrderNotice> notices,
        List<SupportCase> others,
        String key,
        boolean mine,
        boolean lead) {

    /** A promise and its strip. */
    public record Part(
            PromiseView promise, PromiseBand band, @Nullable LastScan lastScan) {}

    /** Whether the reader may answer: nobody else's case, or a lead. */
    public boolean mayAnswer() {
        return one.solvedAt() == null && (one.owner() == null || mine || lead);
    }

    /** The name of a member of staff who did something, or an empty text. */
    public String nameOf(@Nullable Long staffId) {
        return staffId == null
                ? ""
                : colleagues.stream()
                        .filter(each -> each.id() == staffId)
                        .map(StaffMember::name)
                        .findFirst()
                        .orElse("#" + staffId);
    }
}
