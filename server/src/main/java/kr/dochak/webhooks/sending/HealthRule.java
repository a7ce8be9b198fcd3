package kr.dochak.webhooks.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.dochak.webhooks.Endpoint.DisabledWhy;
import org.jspecify.annotations.Nullable;

/** When we stop sending to an endpoint. Pure. */
final class HealthRule {

    private HealthRule() {}

    /**
     * @param gone whether it answered 410 just now
     * @param failingSince the first failure since its last success, or null when the last attempt was one
     * @param patience how long only failures are borne
     */
    static Optional<DisabledWhy> judge(boolean gone, @Nullable Instant failingSince, Instant now, Duration patience) {
        if (gone) {
            return Optional.of(DisabledWhy.GONE);
        }
        boolean tooLong = failingSince != null && !now.isBefore(failingSince.plus(patience));
        return tooLong ? Optional.of(DisabledWhy.FAILING) : Optional.empty();
    }
}
