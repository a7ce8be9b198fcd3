package kr.dochak.alerts;

import java.time.Instant;
import kr.dochak.time.Cadence;
import kr.dochak.time.Forgetting;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/** Forgets, once a day, alerts that are over for long, with what was sent about them (IDN-3); never a reason to wake. */
@Component
class OldAlerts implements Ticking {

    private final Forgetting forgetting;

    OldAlerts(AlertRepository alerts, AlertSettings settings) {
        this.forgetting = new Forgetting(settings::keepClosed, alerts::forget);
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
