package kr.dochak.changes;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/** Seals the rows of the change log into its chain, each second. */
@Component
class Sealing implements Ticking {

    private final ChangeChain chain;

    Sealing(ChangeChain chain) {
        this.chain = chain;
    }

    @Override
    public Cadence cadence() {
        return Cadence.every(Duration.ofSeconds(1));
    }

    @Override
    public boolean tick(Instant now) {
        return chain.seal();
    }
}
