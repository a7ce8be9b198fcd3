package kr.dochak.opening;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.identity.Malls;
import kr.dochak.shared.MallId;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/** Begins a test order by itself where the mall wants that (SET-2). */
@Component
class Probing implements Ticking {

    private final Malls malls;
    private final OpeningSettings settings;
    private final Trials trials;

    Probing(Malls malls, OpeningSettings settings, Trials trials) {
        this.malls = malls;
        this.settings = settings;
        this.trials = trials;
    }

    @Override
    public Cadence cadence() {
        return Cadence.every(Duration.ofMinutes(1));
    }

    @Override
    public boolean tick(Instant now) {
        malls.all().forEach(mall -> probe(mall.tenantId(), now));
        return false;
    }

    private void probe(MallId mall, Instant now) {
        Duration every = settings.probeEvery(mall);
        boolean due = !every.isZero()
                && trials.of(mall).stream()
                        .noneMatch(trial -> trial.isUnderWay()
                                || trial.begunAt().plus(every).isAfter(now));
        if (due) {
            trials.probe(mall);
        }
    }
}
