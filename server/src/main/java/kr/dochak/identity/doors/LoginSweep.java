package kr.dochak.identity.doors;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/** Throws away codes and counters that can no longer matter, once an hour. */
@Component
class LoginSweep implements Ticking {

    private static final Cadence CADENCE = Cadence.every(Duration.ofHours(1));
    private static final Duration KEPT = Duration.ofDays(2);

    private final LoginCodeRepository codes;
    private final Throttle throttle;

    LoginSweep(LoginCodeRepository codes, Throttle throttle) {
        this.codes = codes;
        this.throttle = throttle;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        codes.sweep(now.minus(KEPT));
        throttle.sweep(now.minus(KEPT));
        return false;
    }
}
