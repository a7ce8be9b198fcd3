package kr.dochak.changes;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/** Writes down acts whose answer was never finished, because the process was killed between. */
@Component
class AbandonedActs implements Ticking {

    private final Changes changes;

    AbandonedActs(Changes changes) {
        this.changes = changes;
    }

    @Override
    public Cadence cadence() {
        return Cadence.every(Duration.ofMinutes(10));
    }

    @Override
    public boolean tick(Instant now) {
        changes.abandon(now);
        return false;
    }
}
