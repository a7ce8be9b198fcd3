package kr.dochak.promise.areas;

import java.time.Instant;
import java.time.LocalTime;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Learns every night what warnings cost, when the last tours of the day have been told. */
@Component
class AreaLearning implements Ticking {

    private static final LocalTime AT = LocalTime.of(1, 30);

    private final AreaEffectRepository effects;
    private final AreaWarnings warnings;
    private final AreaSettings settings;
    private volatile @Nullable Instant next;

    AreaLearning(AreaEffectRepository effects, AreaWarnings warnings, AreaSettings settings) {
        this.effects = effects;
        this.warnings = warnings;
        this.settings = settings;
    }

    @Override
    public boolean tick(Instant now) {
        Instant due = next;
        if (settings.open().isEmpty() || (due != null && due.isAfter(now))) {
            return false;
        }
        next = Seoul.instant(Seoul.dateOf(now).plusDays(1), AT);
        learn(now);
        return false;
    }

    void learn(Instant now) {
        effects.learn(now.minus(settings.learnFrom()), AreaEffect.ENOUGH, now);
        warnings.refresh(now);
    }

    @Override
    public @Nullable Instant nextDue() {
        return settings.open().isEmpty() ? null : next;
    }
}
