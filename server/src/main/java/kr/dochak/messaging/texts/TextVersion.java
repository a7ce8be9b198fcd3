package kr.dochak.messaging.texts;

import java.time.Instant;
import kr.dochak.approvals.ApprovalRequest;
import org.jspecify.annotations.Nullable;

/**
 * A version of a text with its life (MSG-3).
 *
 * @param makerId who wrote it; null for the first texts, which came with the product
 * @param madeAt when; null where it is not known
 * @param request how it was asked about; null when nobody has asked
 */
public record TextVersion(
        Template text,
        State state,
        @Nullable Long makerId,
        @Nullable Instant madeAt,
        @Nullable Instant activatedAt,
        @Nullable ApprovalRequest request) {

    /** Where a version stands. */
    public enum State {
        DRAFT,
        ACTIVE,
        RETIRED
    }

    TextVersion asked(@Nullable ApprovalRequest by) {
        return new TextVersion(text, state, makerId, madeAt, activatedAt, by);
    }

    public boolean isWaiting() {
        return state == State.DRAFT && request != null && request.isOpen();
    }
}
