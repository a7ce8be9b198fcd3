package kr.dochak.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer chose (MSG-2). Information about orders and advertising are two different things and kept apart.
 *
 * @param chosen false while the mall's own routes hold
 * @param channels outside channels for information, first choice first, the rest as fall-back; empty means inbox only
 * @param consents the newest word on each kind of advertising; a missing one means no
 */
public record Preferences(
        boolean chosen,
        String language,
        List<ChannelName> channels,
        @Nullable String source,
        @Nullable Instant changedAt,
        List<Consent> consents) {

    /** What advertising needs consent for; the night (21–08 h) needs its own. */
    public enum Purpose {
        ADVERTISING,
        ADVERTISING_AT_NIGHT
    }

    /** One consent or its withdrawal, with where it was given. */
    public record Consent(Purpose purpose, boolean given, Instant at, String source) {}
}
