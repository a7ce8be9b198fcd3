package kr.dochak.identity.vault;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/**
 * Forgets in this process the keys of people whom another process erased (IDN-3): what opens nothing any more must not lie in
 * memory either. It looks back a little further than its last look, since an erasure is seen only once it is committed.
 */
@Component
class ErasedKeys implements Ticking {

    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final PersonRepository people;
    private final Vault vault;
    private Instant since = Instant.EPOCH;

    ErasedKeys(PersonRepository people, Vault vault) {
        this.people = people;
        this.vault = vault;
    }

    @Override
    public Cadence cadence() {
        return Cadence.every(Duration.ofSeconds(10));
    }

    @Override
    public boolean isEverywhere() {
        return true;
    }

    @Override
    public boolean tick(Instant now) {
        people.erasedSince(since).forEach(vault::forget);
        since = now.minus(OVERLAP);
        return false;
    }
}
