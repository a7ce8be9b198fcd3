package kr.dochak.compensation;

import java.time.Instant;
import kr.dochak.shared.Cadence;
import kr.dochak.shared.Forgetting;
import kr.dochak.shared.Ticking;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Forgets, once a day, promises that were kept, when no late fact about them can come any more; never a reason to wake.
 */
@Component
@EnableConfigurationProperties(CompensationSettings.class)
class KeptPromises implements Ticking {

    private final Forgetting forgetting;

    KeptPromises(WatchedPromiseRepository promises, CompensationSettings settings) {
        this.forgetting = new Forgetting(settings.rememberKept(), promises::forgetKept);
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
