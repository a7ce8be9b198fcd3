package kr.dochak.identity.erasure;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/** Does the erasures whose time to be taken back is over, and those that waited for something to end (IDN-3). */
@Component
class ErasureRun implements Ticking {

    private static final int MOST_AT_ONCE = 20;

    private final ErasureRepository erasures;
    private final ErasureWork work;

    ErasureRun(ErasureRepository erasures, ErasureWork work) {
        this.erasures = erasures;
        this.work = work;
    }

    @Override
    public Cadence cadence() {
        return Cadence.every(Duration.ofMinutes(1));
    }

    @Override
    public boolean tick(Instant now) {
        boolean more = false;
        for (long id : erasures.due(now, MOST_AT_ONCE)) {
            more |= work.advance(id, now);
        }
        return more;
    }
}
