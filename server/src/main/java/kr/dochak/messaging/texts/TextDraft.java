package kr.dochak.messaging.texts;

import kr.dochak.messaging.ChannelName;
import org.jspecify.annotations.Nullable;

/**
 * A version of a text as somebody writes it (MSG-3).
 *
 * @param wording the situation, such as {@code delayed-granted}
 * @param vendorCode under which the Alimtalk vendor has approved it; null elsewhere
 */
public record TextDraft(
        String wording,
        ChannelName channel,
        String language,
        String title,
        String body,
        @Nullable String vendorCode) {

    Template template() {
        return new Template(0, wording, channel, language, 0, title, body, vendorCode);
    }

    boolean isAs(Template other) {
        return title.equals(other.title()) && body.equals(other.body());
    }
}
