package kr.dochak.portal.help;

import java.util.List;
import kr.dochak.portal.OrderCards;
import kr.dochak.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A case as its customer sees it.
 *
 * @param earlier where to read what was said before these messages; null when nothing was
 * @param state who takes care of it and until when they answer, in a sentence
 */
public record Conversation(
        CaseId caseId,
        String caseNo,
        String subject,
        String state,
        boolean solved,
        String openedAt,
        List<Message> messages,
        @Nullable String earlier) {

    /** One thing said; {@code by} is empty for the customer's own words. */
    public record Message(boolean mine, String by, String text, String when) {

        /** The first letter of who speaks, for the round face. */
        public String initial() {
            return OrderCards.initial(by);
        }
    }
}
