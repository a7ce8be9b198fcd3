package kr.dochak.messaging.sending;

import org.jspecify.annotations.Nullable;

/**
 * What came of sending, by the vendor's answer or its later result.
 *
 * @param code the vendor's word or ours, for staff
 */
record SendResult(Verdict verdict, String code, @Nullable String requestId, int recipientSeq) {

    /** What to do about it. */
    enum Verdict {
        /** The vendor has it; the final word comes later. */
        ACCEPTED,
        /** It reached the phone. */
        DELIVERED,
        /** Nothing is known yet, the final word is still to come. */
        WAIT,
        /** Surely not sent: try again. */
        NOT_SENT,
        /** Nobody knows whether it was sent: try again with the same key. */
        UNKNOWN,
        /** The vendor never had it: try again with a new key. */
        NOT_TAKEN,
        /** Nobody knows whether it was sent: never repeat it, show it to staff. */
        NEVER_KNOWN,
        /** The vendor failed for good with this attempt: try again with a new key. */
        FAILED_FOR_NOW,
        /** This customer cannot be reached here: take the next channel. */
        UNREACHABLE,
        /** Our side is set up wrongly: raise an alarm, take the next channel, never repeat. */
        MISCONFIGURED
    }

    static SendResult of(Verdict verdict, String code) {
        return new SendResult(verdict, code, null, 0);
    }
}
