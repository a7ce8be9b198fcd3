package kr.dochak.promise;

import java.util.concurrent.atomic.AtomicReference;
import kr.dochak.promise.areas.AreaWarnings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lane table, calendars and departures in use, read once and again after lanes were learned anew. */
@Component
class Lanes {

    private final LaneRepository repository;
    private final CalendarRepository calendars;
    private final DepartureRepository departed;
    private final LearnedWindows learned;
    private final AreaWarnings areas;
    private final WarningCosts warning;
    private final AtomicReference<@Nullable Reassessment> current = new AtomicReference<>();
    private final AtomicReference<@Nullable Cutoffs> cutoffs = new AtomicReference<>();
    private final AtomicReference<@Nullable DepartureTable> departures = new AtomicReference<>();

    Lanes(
            LaneRepository repository,
            CalendarRepository calendars,
            DepartureRepository departed,
            LearnedWindows learned,
            AreaWarnings areas,
            PromiseSettings settings) {
        this.repository = repository;
        this.calendars = calendars;
        this.departed = departed;
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
                calendars.calendars(),
                warning.surelyLate());
        current.set(read);
        return read;
    }

    CarrierCalendars calendars() {
        return reassessment().calendars();
    }

    /** The cut-offs of all malls, remembered like the lanes. */
    Cutoffs cutoffs() {
        Cutoffs known = cutoffs.get();
        if (known == null) {
            known = calendars.cutoffs();
            cutoffs.set(known);
        }
        return known;
    }

    Cutoff cutoffOf(long tenantId) {
        return cutoffs().of(tenantId);
    }

    /** What is known of hand-overs, remembered like the lanes. */
    DepartureTable departures() {
        DepartureTable known = departures.get();
        if (known == null) {
            known = departed.table();
            departures.set(known);
        }
        return known;
    }

    void refresh() {
        departures.set(null);
        current.set(null);
        cutoffs.set(null);
    }
}
