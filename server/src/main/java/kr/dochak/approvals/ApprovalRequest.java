package kr.dochak.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kr.dochak.identity.Right;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * What one person wants and others must agree to (SET-1, BEN-4). It names numbers of things only: nothing about a customer stands in it.
 *
 * @param subject the id of the thing among all of its kind
 * @param mall whose it is; {@link MallId#DEFAULT} for the house
 * @param rights what whoever decides must have, all of it
 * @param amount the sum that a limit must cover; null where none is decided about
 * @param votes how many must agree
 * @param what the key of its sentence, and {@code gaps} what stands in it: words behind {@code =}, or plain texts
 * @param href where it stands in full
 */
public record ApprovalRequest(
        long id,
        String kind,
        String subject,
        MallId mall,
        long makerId,
        Set<Right> rights,
        @Nullable Won amount,
        int votes,
        String what,
        List<String> gaps,
        String href,
        Instant madeAt,
        Instant dueAt,
        List<Vote> cast,
        @Nullable Decision decision) {

    /**
     * A yes.
     *
     * @param voterId who gave it, and {@code voiceId} in whose name: their own, or that of somebody who is away
     * @param limit the most that this voice approves there
     */
    public record Vote(long voterId, long voiceId, Won limit) {}

    /** How it ended. */
    public enum Outcome {
        AGREED,
        REFUSED,
        WITHDRAWN,
        EXPIRED
    }

    /**
     * The one decision about it.
     *
     * @param staffId who brought it about; null where time did
     * @param voiceId in whose name; null where time did
     * @param why what was written beside it; may be empty
     */
    public record Decision(
            Outcome outcome,
            @Nullable Long staffId,
            @Nullable Long voiceId,
            String why,
            Instant at) {}

    public boolean isOpen() {
        return decision == null;
    }

    /** Its sentence. */
    public String what(Words words) {
        Object[] filled = gaps.stream()
                .map(gap -> gap.startsWith("=") ? word(words, gap.substring(1), gap.substring(1)) : gap)
                .toArray();
        return word(words, what, words.word("approvals.what", id), filled);
    }

    /** What an earlier version asked for may have no words any more. */
    private static String word(Words words, String key, String otherwise, Object... args) {
        return Objects.requireNonNullElse(words.source().getMessage(key, args, null, words.locale()), otherwise);
    }
}
