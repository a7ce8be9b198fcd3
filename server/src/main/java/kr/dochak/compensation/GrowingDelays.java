package kr.dochak.compensation;

import java.time.Instant;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Wakes at the moment an open promise becomes late enough for another rule. */
@Component
class GrowingDelays implements Ticking {

    private final CompensationDesk desk;
    private final WatchedPromiseRepository promises;

    GrowingDelays(CompensationDesk desk, WatchedPromiseRepository promises) {
        this.desk = desk;
        this.promises = promises;
    }

    @Override
    public boolean tick(Instant now) {
        return desk.grow(now);
    }

    @Override
    public @Nullable Instant nextDue() {
        return promises.nextCheck();
    }
}
