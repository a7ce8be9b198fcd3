package kr.dochak.promise.areas;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.promise.areas.AreaWay.Leg;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/**
 * When a warning becomes known that has cost parcels time before, brings the next look at every promise that has its
 * province before it forward to now, some thousands at a time; the promises' own timers then do what they always do. A
 * warning that costs nothing wakes nobody: no window would move.
 */
@Component
class Waking implements Ticking {

    private static final int MOST = 2_000;

    private final WakingRepository repository;
    private final AreaWarnings warnings;
    private final AreaKeys keys;

    Waking(WakingRepository repository, AreaWarnings warnings, AreaKeys keys) {
        this.repository = repository;
        this.warnings = warnings;
        this.keys = keys;
    }

    @Override
    public boolean tick(Instant now) {
        if (!warnings.areReceived()) {
            return false;
        }
        List<WakingRepository.NewWarning> fresh = repository.fresh(keys.open());
        repository.done(
                fresh.stream()
                        .filter(each -> !costs(each))
                        .map(WakingRepository.NewWarning::id)
                        .toList(),
                now);
        Optional<WakingRepository.NewWarning> costly =
                fresh.stream().filter(this::costs).findFirst();
        costly.ifPresent(each -> repository.wake(each, MOST, now));
        return costly.isPresent();
    }

    private boolean costs(WakingRepository.NewWarning warning) {
        return !warning.province().isEmpty() && (costs(warning, Leg.WAY) || costs(warning, Leg.DOOR));
    }

    private boolean costs(WakingRepository.NewWarning warning, Leg leg) {
        return warnings.effect(warning.kind(), warning.level(), leg)
                .flatMap(AreaEffect::extra)
                .isPresent();
    }
}
