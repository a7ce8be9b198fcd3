package kr.dochak.promise;

import java.util.concurrent.atomic.AtomicReference;
import kr.dochak.promise.areas.AreaWarnings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lane table and calendars in use, read once and again after lanes were learned anew. */
@Component
class Lanes {

    private final LaneRepository repository;
    private final LearnedWindows learned;
    private final AreaWarnings areas;
    private final WarningCosts warning;
    private final AtomicReference<@Nullable Reassessment> current = new AtomicReference<>();
    private final AtomicReference<@Nullable Cutoffs> cutoffs = new AtomicReference<>();

    Lanes(LaneRepository repository, LearnedWindows learned, AreaWarnings areas, PromiseSettings settings) {
        this.repository = repository;
        this.learned = learned;
        this.areas = areas;
        this.warning = settings.warning();
    }

    WarningCosts warning() {
        return warning;
    }

    Reassessment reassessment() {
        Reassessment known = current.get();
        if (known != null) {
            return known;
        }
        Reassessment read = new Reassessment(
                new Forecast(repository.lanes(), learned, areas.areTold() ? areas::extra : Forecast.Areas.CALM),
                repository.calendars(),
                warning.surelyLate());
        current.set(read);
        return read;
    }

    CarrierCalendars calendars() {
        return repository.calendars();
    }

    /** The cut-off of a mall, remembered like the lanes. */
    Cutoff cutoffOf(long tenantId) {
        Cutoffs known = cutoffs.get();
        if (known == null) {
            known = repository.cutoffs();
            cutoffs.set(known);
        }
        return known.of(tenantId);
    }

    void refresh() {
        current.set(null);
        cutoffs.set(null);
    }
}
