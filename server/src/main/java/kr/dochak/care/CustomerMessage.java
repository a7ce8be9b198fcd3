package kr.dochak.care;

import org.jspecify.annotations.Nullable;

/**
 * What a customer writes to us (CAR-1).
 *
 * @param orderId the order it is about, when there is one; the caller has made sure that it is this person's
 * @param text at most 2,000 characters, not blank
 * @param key the form's own key: the same key of the same person is the same message
 */
public record CustomerMessage(
        long tenantId, long personId, @Nullable Long orderId, CaseChannel channel, String text, String key) {

    /** The longest text a customer may send at once, in characters. */
    public static final int LONGEST = 2_000;
}
