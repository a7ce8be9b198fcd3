package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import kr.dochak.shared.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sees within a minute that another process has learned the lanes anew. */
@Component
class LanesElsewhere implements Ticking {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final LaneRepository repository;
    private final Lanes lanes;
    private volatile Instant nextLook = Instant.MIN;
    private volatile @Nullable Instant seen;

    LanesElsewhere(LaneRepository repository, Lanes lanes) {
        this.repository = repository;
        this.lanes = lanes;
    }

    @Override
    public boolean tick(Instant now) {
        if (now.isBefore(nextLook)) {
            return false;
        }
        nextLook = now.plus(BETWEEN_LOOKS);
        Instant learned = repository.learnedAt();
        if (!Objects.equals(learned, seen)) {
            seen = learned;
            lanes.refresh();
        }
        return false;
    }

    @Override
    public boolean isEverywhere() {
        return true;
    }
}
