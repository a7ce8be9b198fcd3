package kr.dochak.messaging.sending;

import java.time.Instant;
import kr.dochak.messaging.ChannelName;

/** A way to a customer outside the product. One message at a time, never a transaction around it. */
interface Channel {

    ChannelName name();

    /** False while it lacks its address or keys; then nothing is planned for it. */
    boolean isOn();

    /**
     * Sends it and answers what came of it; never throws for what a vendor does. The same key again is the same message: a
     * vendor that knows it sends nothing a second time.
     */
    SendResult send(Outbound message);

    /**
     * What became of a message that was perhaps taken at {@code since} or later, when its key is too old to be sent again. A
     * channel that cannot be asked never knows.
     */
    default SendResult ask(Outbound message, Instant since) {
        return SendResult.of(SendResult.Verdict.NEVER_KNOWN, "unknown-outcome");
    }

    /** What the vendor's code means that came later, as the final word on a message. */
    default SendResult.Verdict meaning(String code) {
        return SendResult.Verdict.WAIT;
    }
}
