package kr.dochak.portal.help;

import java.util.List;
import kr.dochak.portal.OrderCards;
import kr.dochak.shared.CaseId;

/**
 * A case as its customer sees it.
 *
 * @param state who takes care of it and until when they answer, in a sentence
 */
public record Conversation(
        CaseId caseId,
        String caseNo,
        String subject,
        String state,
        boolean solved,
        String openedAt,
        List<Message> said) {

    /** One thing said; {@code by} is empty for the customer's own words. */
    public record Message(boolean mine, String by, String text, String when) {

        /** The first letter of who speaks, for the round face. */
        public String initial() {
            return OrderCards.initial(by);
        }
    }
}
