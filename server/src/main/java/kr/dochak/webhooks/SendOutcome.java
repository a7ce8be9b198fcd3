package kr.dochak.webhooks;

/** What came of sending events again, or a test. */
public sealed interface SendOutcome {

    /** @param sequence of the last of them, where it was named or made just now; else 0 */
    record Sent(int events, long sequence) implements SendOutcome {}

    /** Nothing is sent. */
    enum Refused implements SendOutcome {
        /** The mall has no such endpoint. */
        UNKNOWN,
        /** The endpoint has no such event. */
        NO_EVENT,
        /** The endpoint is stopped. */
        STOPPED,
        /** The period ends before it begins. */
        BACKWARDS,
        /** More than {@link WebhookDeliveries#MOST_AT_ONCE} lie in the period. */
        TOO_MANY
    }
}
