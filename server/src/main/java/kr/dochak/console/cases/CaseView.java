package kr.dochak.console.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.dochak.care.answers.SuggestedReply;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseMessage;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.Task;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.console.LastScan;
import kr.dochak.console.goodwill.GoodwillRow;
import kr.dochak.identity.StaffMember;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.OrderDetail;
import kr.dochak.pages.PromiseBand;
import kr.dochak.promise.PromiseView;
import kr.dochak.shared.Keyset;
import org.jspecify.annotations.Nullable;

/**
 * One case beside what is known of its order.
 *
 * @param key makes this form's answer one answer, however often it is sent
 * @param mine whether the reader owns it
 * @param works whether the reader answers customers at all; others only read
 * @param reveals whether the reader may see people in the clear
 */
public record CaseView(
        SupportCase one,
        String customer,
        Keyset<CaseMessage> conversation,
        List<CaseEvent> history,
        List<SuggestedReply> replies,
        List<StaffMember> colleagues,
        @Nullable OrderDetail order,
        List<Part> parts,
        List<Granted> grants,
        List<GoodwillRow> goodwills,
        List<OrderNotice> notices,
        List<SupportCase> others,
        List<Task> tasks,
        String key,
        boolean mine,
        boolean lead,
        boolean works,
        boolean reveals) {

    /** A promise and its strip. */
    public record Part(
            PromiseView promise, PromiseBand band, @Nullable LastScan lastScan) {}

    /** When everything of the order has come; null while something is on its way, or where there is no order. */
    public @Nullable Instant cameAt() {
        boolean all = !parts.isEmpty()
                && parts.stream().allMatch(part -> part.promise().deliveredAt() != null);
        return all
                ? parts.stream()
                        .map(part -> part.promise().deliveredAt())
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null)
                : null;
    }

    /** Whether anything on this page of the conversation stands behind placeholders. */
    public boolean hides() {
        return conversation.items().stream().anyMatch(CaseMessage::hides);
    }

    /** Whether the reader may answer: nobody else's case, or a lead. */
    public boolean mayAnswer() {
        return works && one.solvedAt() == null && (one.owner() == null || mine || lead);
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
