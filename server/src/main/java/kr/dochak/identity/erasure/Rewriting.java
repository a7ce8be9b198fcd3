package kr.dochak.identity.erasure;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import kr.dochak.database.OldBytes;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/**
 * In the night after erasures, writes anew the tables in which something of the erased lay otherwise than under their own keys,
 * and destroys what law keeps no longer (IDN-3). Wrapped keys are among the first: nothing sealed under them can be read again.
 */
@Component
class Rewriting implements Ticking {

    private static final Cadence CADENCE = Cadence.daily(LocalTime.of(4, 20));

    private final ErasureRepository erasures;
    private final Archive archive;
    private final PersonalDataRegister register;
    private final OldBytes bytes;

    Rewriting(ErasureRepository erasures, Archive archive, PersonalDataRegister register, OldBytes bytes) {
        this.erasures = erasures;
        this.archive = archive;
        this.register = register;
        this.bytes = bytes;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        if (archive.destroyEnded(now) > 0) {
            bytes.destroy(List.of("archive.kept_record"));
        }
        List<Long> erased = erasures.toRewrite();
        if (!erased.isEmpty() && bytes.destroy(register.tablesToRewrite()).isEmpty()) {
            erasures.rewritten(erased, now);
        }
        return false;
    }
}
