package kr.dochak.identity.acts;

import java.time.Instant;
import kr.dochak.changes.Changes;
import kr.dochak.settings.Settings;
import kr.dochak.time.Cadence;
import kr.dochak.time.Forgetting;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/** Lets go, once a day, of acts that are older than the company keeps them (IDN-3); never a reason to wake. */
@Component
class OldChanges implements Ticking {

    private final Forgetting forgetting;

    OldChanges(Changes changes, Settings settings) {
        this.forgetting = new Forgetting(() -> settings.of(ChangeSettings.KEPT), changes::forget);
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
