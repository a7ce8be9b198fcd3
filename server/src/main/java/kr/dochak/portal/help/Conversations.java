package kr.dochak.portal.help;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.dochak.care.Cases;
import kr.dochak.care.record.CaseMessage;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.CaseStatus;
import kr.dochak.care.record.SupportCase;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells cases to their customers. */
@Component
public class Conversations {

    /** As many messages as a person reads at once; a longer conversation is read in pages. */
    private static final int PAGE = 30;

    private final Cases cases;

    Conversations(Cases cases) {
        this.cases = cases;
    }

    /** A case with the last of what was said. */
    public Conversation latest(SupportCase one, Words words, Instant now) {
        return page(one, null, words, now);
    }

    /** A case with what was said before this cursor; the last of it when there is none. */
    Conversation page(SupportCase one, @Nullable String before, Words words, Instant now) {
        Keyset<CaseMessage> page = cases.conversation(one.caseId(), before, PAGE);
        Map<Long, String> typed = cases.asTyped(page.items());
        return of(
                one,
                one.subject(),
                page.items().stream()
                        .map(each -> message(each, typed.getOrDefault(each.messageId(), each.body()), words, now))
                        .toList(),
                page.next() == null ? null : "/help/" + one.caseId() + "?before=" + page.next(),
                words,
                now);
    }

    /** That there is a case, and how it stands: for somebody who holds a link, and in a list. */
    public Conversation state(SupportCase one, Words words, Instant now) {
        return of(one, "", List.of(), null, words, now);
    }

    /** A case in a list. */
    static Conversation inShort(SupportCase one, Words words, Instant now) {
        return of(one, one.subject(), List.of(), null, words, now);
    }

    private static Conversation of(
            SupportCase one,
            String subject,
            List<Conversation.Message> messages,
            @Nullable String earlier,
            Words words,
            Instant now) {
        return new Conversation(
                one.caseId(),
                one.caseNo(),
                subject,
                stateOf(one, words, now),
                one.status() == CaseStatus.SOLVED,
                KoreanTime.moment(one.openedAt(), now, words.locale()),
                messages,
                earlier);
    }

    private static Conversation.Message message(CaseMessage each, String text, Words words, Instant now) {
        String agent = each.authorName();
        String by = switch (each.author()) {
            case CUSTOMER -> "";
            case AGENT -> agent == null ? words.word("portal.case.agent") : agent;
            case SYSTEM -> words.word("portal.case.system");
        };
        return new Conversation.Message(
                each.author() == CaseMessage.Author.CUSTOMER,
                by,
                text,
                KoreanTime.moment(each.at(), now, words.locale()));
    }

    static String stateOf(SupportCase one, Words words, Instant now) {
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
