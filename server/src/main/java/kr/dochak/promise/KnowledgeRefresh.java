package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import kr.dochak.promise.areas.AreaWarnings;
import kr.dochak.promise.windows.LaneRepository;
import kr.dochak.time.Cadence;
import kr.dochak.time.Roles;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sees within a minute that another process has learned anew. Where others poll, it also reads what they know of warnings of
 * areas and of their cost.
 */
@Component
class KnowledgeRefresh implements Ticking {

    private static final Cadence CADENCE = Cadence.every(Duration.ofMinutes(1));

    private final LaneRepository lanes;
    private final KnowledgeInUse knowledge;
    private final AreaWarnings areas;
    private final boolean othersPoll;
    private volatile @Nullable Instant seen;

    KnowledgeRefresh(LaneRepository lanes, KnowledgeInUse knowledge, AreaWarnings areas, Roles roles) {
        this.lanes = lanes;
        this.knowledge = knowledge;
        this.areas = areas;
        this.othersPoll = !roles.has(Roles.Role.WORK);
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        Instant learned = lanes.learnedAt();
        if (!Objects.equals(learned, seen)) {
            knowledge.reload();
            seen = learned;
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
