package kr.dochak.changes;

import java.time.Instant;
import java.time.LocalTime;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/** Recomputes the chain of the change log every night (ASR-5). */
@Component
class ChainWatch implements Ticking {

    private static final Cadence CADENCE = Cadence.daily(LocalTime.of(5, 10));

    private final ChangeChain chain;

    ChainWatch(ChangeChain chain) {
        this.chain = chain;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    /** Not at a start, which many a restart would make a burden. */
    @Override
    public Instant firstLook(Instant start) {
        return CADENCE.after(start);
    }

    @Override
    public boolean tick(Instant now) {
        chain.keep(chain.verify());
        return false;
    }
}
