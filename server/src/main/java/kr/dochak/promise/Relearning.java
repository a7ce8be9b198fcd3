package kr.dochak.promise;

import java.time.Instant;
import kr.dochak.shared.Ticking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Learns the lanes anew from what was delivered, once a day by the world's clock (PRM-5, in its simplest form). */
@Component
class Relearning implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(Relearning.class);

    private final LaneRepository repository;
    private final Lanes lanes;
    private final PromiseSettings settings;
    private volatile @Nullable Instant next;

    Relearning(LaneRepository repository, Lanes lanes, PromiseSettings settings) {
        this.repository = repository;
        this.lanes = lanes;
        this.settings = settings;
    }

    @Override
    public boolean tick(Instant now) {
        Instant due = next;
        if (due == null) {
            Instant last = repository.learnedAt();
            next = last == null ? now.plus(settings.relearnEvery()) : last.plus(settings.relearnEvery());
            return false;
        }
        if (due.isAfter(now)) {
            return false;
        }
        repository.learn(now.minus(settings.learnFrom()), now);
        lanes.refresh();
        next = now.plus(settings.relearnEvery());
        log.info("lanes learned from the deliveries since {}", now.minus(settings.learnFrom()));
        return false;
    }

    @Override
    public @Nullable Instant nextDue() {
        return next;
    }
}
