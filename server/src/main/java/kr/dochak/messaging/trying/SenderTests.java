package kr.dochak.messaging.trying;

import java.util.List;
import kr.dochak.messaging.ChannelName;
import kr.dochak.shared.MallId;

/** Messages that staff send to themselves, to see that a channel is set up well (SET-2). */
public interface SenderTests {

    /** The channels that have their address and keys. */
    List<ChannelName> on();

    /** Sends the text of a log-in code with these digits straight to the vendor; it is in no queue, no inbox and no record. */
    Outcome send(ChannelName channel, MallId mall, String to, String name, String digits, String language);

    /** What the vendor answered. */
    enum Outcome {
        TAKEN,
        /** The vendor was not reached, or did not answer. */
        UNREACHED,
        /** The vendor refuses our set-up. */
        MISCONFIGURED,
        /** The vendor does not send to this address. */
        REFUSED
    }
}
