package kr.dochak.console.webhooks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import kr.dochak.webhooks.Delivery;
import kr.dochak.webhooks.Endpoint;
import kr.dochak.webhooks.EventType;

/** How the console says what becomes of webhooks. Public, since templates call it. */
public final class WebhookWords {

    private WebhookWords() {}

    /** A running endpoint whose last attempts failed is not well, although it is on. */
    public static Tone tone(Endpoint endpoint) {
        return switch (endpoint.state()) {
            case ACTIVE -> endpoint.failingSince() == null ? Tone.ON_TIME : Tone.AT_RISK;
            case PAUSED -> Tone.NEUTRAL;
            case DISABLED -> Tone.LATE;
        };
    }

    public static String state(Endpoint endpoint, Words words) {
        boolean failing = endpoint.state() == Endpoint.State.ACTIVE && endpoint.failingSince() != null;
        return words.word("console.webhooks.state." + (failing ? "FAILING" : endpoint.state()));
    }

    public static Tone tone(Delivery delivery) {
        return switch (delivery.state()) {
            case DELIVERED -> Tone.DONE;
            case WAITING -> delivery.attempts() == 0 ? Tone.NEUTRAL : Tone.AT_RISK;
            case GIVEN_UP -> Tone.LATE;
        };
    }

    /** Where a delivery stands, and when it is tried next. */
    public static String state(Delivery delivery, Words words) {
        boolean again = delivery.state() == Delivery.State.WAITING && delivery.attempts() > 0;
        return words.word("console.webhooks.delivery." + (again ? "AGAIN" : delivery.state()));
    }

    /** The address without what everybody knows, as long as it can be read. */
    public static String brief(String url) {
        return url.replaceFirst("(?i)^https://", "");
    }

    public static String types(Endpoint endpoint, Words words) {
        return endpoint.events().size() == EventType.choosable().size()
                ? words.word("console.webhooks.all-events")
                : endpoint.events().stream().map(type -> type(type, words)).collect(Collectors.joining(", "));
    }

    public static String type(EventType type, Words words) {
        return words.word("console.webhooks.type." + type.name().toLowerCase(Locale.ROOT));
    }

    /** Why it was stopped, and since when. */
    public static String stopped(Endpoint endpoint, Frame frame) {
        return frame.words()
                .word(
                        "console.webhooks.stopped." + endpoint.disabledWhy(),
                        KoreanTime.moment(
                                endpoint.stateAt(), frame.now(), frame.words().locale()));
    }

    /** It will be sent within a moment, so a page that shows it should look again. */
    public static boolean isFresh(Delivery delivery) {
        return delivery.state() == Delivery.State.WAITING && delivery.attempts() == 0;
    }

    public static List<EventType> choices() {
        return EventType.choosable();
    }
}
