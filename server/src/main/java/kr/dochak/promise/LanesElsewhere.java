package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import kr.dochak.promise.areas.AreaWarnings;
import kr.dochak.shared.Cadence;
import kr.dochak.shared.Roles;
import kr.dochak.shared.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sees within a minute that another process has learned the lanes anew; and, where others poll, what they heard of warnings
 * of areas and learned of their cost.
 */
@Component
class LanesElsewhere implements Ticking {

    private static final Cadence CADENCE = Cadence.every(Duration.ofMinutes(1));

    private final LaneRepository repository;
    private final Lanes lanes;
    private final AreaWarnings areas;
    private final boolean othersPoll;
    private volatile @Nullable Instant seen;

    LanesElsewhere(LaneRepository repository, Lanes lanes, AreaWarnings areas, Roles roles) {
        this.repository = repository;
        this.lanes = lanes;
        this.areas = areas;
        this.othersPoll = !roles.has(Roles.Role.WORK);
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        Instant learned = repository.learnedAt();
        if (!Objects.equals(learned, seen)) {
            seen = learned;
            lanes.refresh();
        }
        if (othersPoll && areas.areTold()) {
            areas.refresh(now);
        }
        return false;
    }

    @Override
    public boolean isEverywhere() {
        return true;
    }
}
