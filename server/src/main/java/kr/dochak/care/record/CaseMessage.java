package kr.dochak.care.record;

import java.time.Instant;
import kr.dochak.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * One message on a case; never changed (CAR-10).
 *
 * @param authorName the agent's name as the customer reads it; null for customers and for the product itself
 */
public record CaseMessage(
        long messageId,
        CaseId caseId,
        Author author,
        @Nullable String authorName,
        String body,
        Instant at) {

    /** Who wrote it. */
    public enum Author {
        CUSTOMER,
        AGENT,
        SYSTEM
    }
}
