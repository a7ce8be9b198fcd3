package kr.dochak.portal.help;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import kr.dochak.care.Cases;
import kr.dochak.care.record.CaseMessage;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.CaseStatus;
import kr.dochak.care.record.SupportCase;
import kr.dochak.identity.vault.Masks;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Component;

/** Tells cases to their customers. */
@Component
public class Conversations {

    private final Cases cases;

    Conversations(Cases cases) {
        this.cases = cases;
    }

    /** A case with all that was said. */
    public Conversation whole(SupportCase one, Words words, Instant now) {
        return of(one, cases.conversation(one.caseId()), UnaryOperator.identity(), words, now);
    }

    /** As {@link #whole}, for somebody who holds a link: phone numbers and addresses that were written are hidden. */
    public Conversation guarded(SupportCase one, Words words, Instant now) {
        return of(one, cases.conversation(one.caseId()), Masks::contactsIn, words, now);
    }

    /** A case in a list. */
    static Conversation inShort(SupportCase one, Words words, Instant now) {
        return of(one, List.of(), UnaryOperator.identity(), words, now);
    }

    private static Conversation of(
            SupportCase one, List<CaseMessage> said, UnaryOperator<String> shown, Words words, Instant now) {
        return new Conversation(
                one.caseId(),
                one.caseNo(),
                shown.apply(one.subject()),
                state(one, words, now),
                one.status() == CaseStatus.SOLVED,
                KoreanTime.moment(one.openedAt(), now, words.locale()),
                said.stream().map(each -> said(each, shown, words, now)).toList());
    }

    private static Conversation.Message said(CaseMessage each, UnaryOperator<String> shown, Words words, Instant now) {
        String agent = each.authorName();
        String by = switch (each.author()) {
            case CUSTOMER -> "";
            case AGENT -> agent == null ? words.word("portal.case.agent") : agent;
            case SYSTEM -> words.word("portal.case.system");
        };
        return new Conversation.Message(
                each.author() == CaseMessage.Author.CUSTOMER,
                by,
                shown.apply(each.body()),
                KoreanTime.moment(each.at(), now, words.locale()));
    }

    static String state(SupportCase one, Words words, Instant now) {
        if (one.status() == CaseStatus.SOLVED) {
            return words.word("portal.case.solved");
        }
        CaseOwner owner = one.owner();
        String who = owner == null ? words.word("portal.case.agent") : words.word("portal.case.owner", owner.name());
        Instant due = one.firstRepliedAt() == null ? one.firstReplyDueAt() : one.replyDueAt();
        if (due == null) {
            return words.word("portal.case.answered", who);
        }
        return due.isBefore(now)
                ? words.word("portal.case.overdue", who)
                : words.word("portal.case.due", who, KoreanTime.moment(due, now, words.locale()));
    }
}
