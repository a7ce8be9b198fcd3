package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.time.Cadence;
import kr.dochak.time.Forgetting;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.carriers.keys.CarrierSettings;
import org.springframework.stereotype.Component;

/** Forgets, once a day, raw answers and counts whose time is over; never a reason to wake. */
@Component
class OldAnswers implements Ticking {

    private static final Duration KEEP_COUNTS = Duration.ofDays(90);

    private final Forgetting answers;
    private final Forgetting counts;

    OldAnswers(RawAnswers answers, CallRepository calls, CarrierSettings settings) {
        this.answers = new Forgetting(settings.keepAnswers(), answers::forget);
        this.counts = new Forgetting(KEEP_COUNTS, calls::forgetCalls);
    }

    @Override
    public Cadence cadence() {
        return Forgetting.CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        boolean moreAnswers = answers.tick(now);
        boolean moreCounts = counts.tick(now);
        return moreAnswers || moreCounts;
    }
}
