package kr.dochak.webhooks;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.shared.Ticking;
import org.springframework.stereotype.Component;

/** Forgets, once a day, events whose time is over, with what became of them (IDN-3); never a reason to wake. */
@Component
class OldEvents implements Ticking {

    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);
    private static final int MOST_AT_ONCE = 5_000;

    private final EventRepository events;
    private final Duration keep;
    private volatile Instant nextLook = Instant.MIN;

    OldEvents(EventRepository events, WebhookSettings settings) {
        this.events = events;
        this.keep = settings.keep();
    }

    @Override
    public boolean tick(Instant now) {
        if (now.isBefore(nextLook)) {
            return false;
        }
        boolean more = events.forget(now.minus(keep), MOST_AT_ONCE) == MOST_AT_ONCE;
        if (!more) {
            nextLook = now.plus(BETWEEN_LOOKS);
        }
        return more;
    }
}
