package kr.dochak.compensation;

import java.time.Instant;
import kr.dochak.time.Cadence;
import kr.dochak.time.Forgetting;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/**
 * Forgets, once a day, promises that were kept, when no late fact about them can come any more; never a reason to wake.
 */
@Component
class KeptPromises implements Ticking {

    private final Forgetting forgetting;

    KeptPromises(WatchedPromiseRepository promises, CompensationNumbers numbers) {
        this.forgetting = new Forgetting(numbers::rememberKept, promises::forgetKept);
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
