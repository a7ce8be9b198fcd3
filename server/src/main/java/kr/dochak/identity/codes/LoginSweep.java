package kr.dochak.identity.codes;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.identity.factors.SecondSteps;
import kr.dochak.identity.passkeys.Passkeys;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.identity.tries.Devices;
import kr.dochak.identity.tries.Slowing;
import kr.dochak.identity.tries.Throttle;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/** Throws away codes, counters and log-ins that can no longer matter, once an hour. */
@Component
class LoginSweep implements Ticking {

    private static final Cadence CADENCE = Cadence.every(Duration.ofHours(1));
    private static final Duration KEPT = Duration.ofDays(2);

    private final LoginCodeRepository codes;
    private final Throttle throttle;
    private final Slowing slowing;
    private final Devices devices;
    private final Sessions sessions;
    private final SecondSteps steps;
    private final Passkeys passkeys;

    LoginSweep(
            LoginCodeRepository codes,
            Throttle throttle,
            Slowing slowing,
            Devices devices,
            Sessions sessions,
            SecondSteps steps,
            Passkeys passkeys) {
        this.codes = codes;
        this.throttle = throttle;
        this.slowing = slowing;
        this.devices = devices;
        this.sessions = sessions;
        this.steps = steps;
        this.passkeys = passkeys;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        codes.sweep(now.minus(KEPT));
        throttle.sweep(now.minus(KEPT));
        slowing.sweep(now);
        devices.sweep(now);
        sessions.sweep();
        steps.sweep();
        passkeys.sweep();
        return false;
    }
}
