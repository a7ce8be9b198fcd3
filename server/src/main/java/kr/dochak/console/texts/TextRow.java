package kr.dochak.console.texts;

import java.util.List;
import kr.dochak.messaging.ChannelName;

/**
 * A situation in which customers are written.
 *
 * @param title what its text is headed with
 * @param waiting how many new texts of it wait for a second look
 */
public record TextRow(String wording, String title, List<ChannelName> channels, long waiting) {

    /** Whether it is what somebody looks for. */
    boolean has(String query) {
        return (wording + " " + title).toLowerCase(java.util.Locale.ROOT).contains(query);
    }
}
