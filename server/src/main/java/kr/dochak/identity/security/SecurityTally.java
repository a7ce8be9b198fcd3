package kr.dochak.identity.security;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/** Writes down what of a flood was only counted, once a minute, in every process. */
@Component
class SecurityTally implements Ticking {

    private static final Cadence CADENCE = Cadence.every(Duration.ofMinutes(1));

    private final SecurityLog log;

    SecurityTally(SecurityLog log) {
        this.log = log;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean isEverywhere() {
        return true;
    }

    @Override
    public boolean tick(Instant now) {
        log.settle(now);
        return false;
    }
}
