package kr.dochak.care.record;

import java.time.Instant;
import kr.dochak.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * One message on a case; never changed (CAR-10).
 *
 * @param body with a placeholder for each part that leads to a person
 * @param hides whether the words as they were typed are sealed beside it
 * @param authorName the agent's name as the customer reads it; null for customers and for the product itself
 */
public record CaseMessage(
        long messageId,
        CaseId caseId,
        Author author,
        @Nullable String authorName,
        String body,
        boolean hides,
        Instant at) {

    /** Who wrote it. */
    public enum Author {
        CUSTOMER,
        AGENT,
        SYSTEM
    }
}
