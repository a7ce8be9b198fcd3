package kr.dochak.identity.tries;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.identity.tries.Throttle.Limit;
import org.springframework.stereotype.Component;

/** How often one network comes back from the provider with nothing (IDN-1): each time costs the provider and us a request. */
@Component
public class ProviderLimits {

    private static final Duration STRETCH = Duration.ofMinutes(10);

    private final Throttle throttle;
    private final Limit limit;

    ProviderLimits(Throttle throttle, IdentitySettings settings) {
        this.throttle = throttle;
        this.limit = new Limit("provider-address", settings.login().passwordsFromAddress(), STRETCH);
    }

    /** Counts a try; answers until when to wait, and then nothing may be tried. */
    public Optional<Instant> tryOnce(Asker asker) {
        return throttle.tryOnce(limit, asker.network());
    }

    /** It was somebody of the staff, and counts no longer. */
    public void succeeded(Asker asker) {
        throttle.takeBack(limit, asker.network());
    }
}
