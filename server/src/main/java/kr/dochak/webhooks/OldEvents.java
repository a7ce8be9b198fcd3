package kr.dochak.webhooks;

import java.time.Instant;
import kr.dochak.time.Cadence;
import kr.dochak.time.Forgetting;
import kr.dochak.time.Ticking;
import kr.dochak.webhooks.addresses.WebhookNumbers;
import org.springframework.stereotype.Component;

/** Forgets, once a day, events whose time is over, with what became of them (IDN-3); never a reason to wake. */
@Component
class OldEvents implements Ticking {

    private final Forgetting forgetting;

    OldEvents(EventRepository events, WebhookNumbers numbers) {
        this.forgetting = new Forgetting(numbers::keep, events::forget);
    }

    @Override
    public Cadence cadence() {
        return Forgetting.CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        return forgetting.tick(now);
    }
}
