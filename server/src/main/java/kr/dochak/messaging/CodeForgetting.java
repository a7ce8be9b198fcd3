package kr.dochak.messaging;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.shared.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Log-in codes are secrets: ten minutes after they were made they are neither sent nor kept. */
@Component
class CodeForgetting implements Ticking {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final PlanRepository plans;

    CodeForgetting(PlanRepository plans) {
        this.plans = plans;
    }

    @Override
    public boolean tick(Instant now) {
        Instant oldest = plans.oldestCode();
        if (oldest != null && oldest.plus(KEPT).isBefore(now)) {
            plans.dropLateCodes(now.minus(KEPT));
            plans.forgetCodes(now.minus(KEPT));
        }
        return false;
    }

    @Override
    public @Nullable Instant nextDue() {
        Instant oldest = plans.oldestCode();
        return oldest == null ? null : oldest.plus(KEPT).plusMillis(1);
    }
}
