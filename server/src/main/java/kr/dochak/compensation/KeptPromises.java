package kr.dochak.compensation;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.shared.Ticking;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Forgets promises that were kept, once no late fact about them can come any more; looked at once an hour, and never a
 * reason to wake.
 */
@Component
@EnableConfigurationProperties(CompensationSettings.class)
class KeptPromises implements Ticking {

    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
    private static final int MOST_AT_ONCE = 5_000;

    private final WatchedPromiseRepository promises;
    private final CompensationSettings settings;
    private volatile Instant nextLook = Instant.MIN;

    KeptPromises(WatchedPromiseRepository promises, CompensationSettings settings) {
        this.promises = promises;
        this.settings = settings;
    }

    @Override
    public boolean tick(Instant now) {
        if (now.isBefore(nextLook)) {
            return false;
        }
        boolean more = promises.forgetKept(now.minus(settings.rememberKept()), MOST_AT_ONCE) == MOST_AT_ONCE;
        if (!more) {
            nextLook = now.plus(BETWEEN_LOOKS);
        }
        return more;
    }
}
