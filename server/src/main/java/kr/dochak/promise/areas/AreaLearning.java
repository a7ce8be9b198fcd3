package kr.dochak.promise.areas;

import java.time.Instant;
import java.time.LocalTime;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/** Learns every night what warnings cost, after carriers have reported the last tours of the day. */
@Component
class AreaLearning implements Ticking {

    private static final Cadence CADENCE = Cadence.daily(LocalTime.of(1, 30));

    private final AreaEffectRepository effects;
    private final AreaWarnings warnings;
    private final AreaNumbers numbers;
    private final AreaKeys keys;

    AreaLearning(AreaEffectRepository effects, AreaWarnings warnings, AreaNumbers numbers, AreaKeys keys) {
        this.effects = effects;
        this.warnings = warnings;
        this.numbers = numbers;
        this.keys = keys;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean isReady() {
        return !keys.open().isEmpty();
    }

    @Override
    public boolean tick(Instant now) {
        learn(now);
        return false;
    }

    void learn(Instant now) {
        effects.learn(now.minus(numbers.learnFrom()), AreaEffect.ENOUGH, now);
        warnings.refresh(now);
    }
}
