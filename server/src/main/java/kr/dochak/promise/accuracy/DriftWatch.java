package kr.dochak.promise.accuracy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import kr.dochak.promise.accuracy.DriftRepository.Group;
import kr.dochak.promise.accuracy.DriftRepository.Week;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Raises an alarm for each group whose windows stopped holding, and ends it when they hold again. */
@Component
class DriftWatch implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(DriftWatch.class);

    private final DriftRepository drifts;

    DriftWatch(DriftRepository drifts) {
        this.drifts = drifts;
    }

    /** Looks at the seven days up to {@code day}, which is counted. */
    @Transactional
    public void look(LocalDate day, Instant now) {
        Set<Group> open = drifts.open();
        for (Week week : drifts.weeks(day)) {
            judge(week, open.contains(week.group()), day, now);
        }
    }

    private void judge(Week week, boolean open, LocalDate day, Instant now) {
        switch (DriftRule.judge(week.group().kind(), week.held(), open)) {
            case RAISE -> {
                drifts.raise(week, day, now);
                log.warn(
                        "windows drift: {} held {} of {}",
                        week.group(),
                        week.held().inside(),
                        week.held().judged());
            }
            case KEEP -> drifts.raise(week, day, now);
            case CLEAR -> {
                drifts.clear(week.group(), now);
                log.info("windows hold again: {}", week.group());
            }
            case NOTHING -> {}
        }
    }

    /** {@code dochak.windows.drift}: groups whose windows do not hold now. */
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("dochak.windows.drift", drifts, DriftRepository::countOpen)
                .description("groups whose delivery windows have not held for a week")
                .register(registry);
    }
}
