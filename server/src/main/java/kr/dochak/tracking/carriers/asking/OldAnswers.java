package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.shared.Ticking;
import org.springframework.stereotype.Component;

/** Forgets, once a day, raw answers and counts whose time is over; never a reason to wake. */
@Component
class OldAnswers implements Ticking {

    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);
    private static final Duration KEEP_COUNTS = Duration.ofDays(90);
    private static final int MOST_AT_ONCE = 5_000;

    private final RawAnswers answers;
    private final CallRepository calls;
    private final Duration keep;
    private volatile Instant nextLook = Instant.MIN;

    OldAnswers(RawAnswers answers, CallRepository calls, CarrierSettings settings) {
        this.answers = answers;
        this.calls = calls;
        this.keep = settings.keepAnswers();
    }

    @Override
    public boolean tick(Instant now) {
        if (now.isBefore(nextLook)) {
            return false;
        }
        boolean more = answers.forget(now.minus(keep), MOST_AT_ONCE) == MOST_AT_ONCE;
        if (!more) {
            calls.forgetCalls(now.minus(KEEP_COUNTS));
            nextLook = now.plus(BETWEEN_LOOKS);
        }
        return more;
    }
}
