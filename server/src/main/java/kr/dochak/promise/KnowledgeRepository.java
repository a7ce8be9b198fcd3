package kr.dochak.promise;

import java.util.List;
import kr.dochak.promise.areas.AreaWarnings;
import kr.dochak.promise.models.LearnedWindows;
import kr.dochak.promise.windows.ArrivalRepository;
import kr.dochak.promise.windows.CalendarRepository;
import kr.dochak.promise.windows.DepartureRepository;
import kr.dochak.promise.windows.Forecast;
import kr.dochak.promise.windows.LaneRepository;
import kr.dochak.promise.windows.PromiseNumbers;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads a generation of {@link Knowledge}. */
@Repository
class KnowledgeRepository {

    private final LaneRepository lanes;
    private final CalendarRepository calendars;
    private final DepartureRepository departures;
    private final ArrivalRepository arrivals;
    private final LearnedWindows learned;
    private final AreaWarnings areas;
    private final PromiseNumbers numbers;

    KnowledgeRepository(
            LaneRepository lanes,
            CalendarRepository calendars,
            DepartureRepository departures,
            ArrivalRepository arrivals,
            LearnedWindows learned,
            AreaWarnings areas,
            PromiseNumbers numbers) {
        this.lanes = lanes;
        this.calendars = calendars;
        this.departures = departures;
        this.arrivals = arrivals;
        this.learned = learned;
        this.areas = areas;
        this.numbers = numbers;
    }

    /** All of it as of one moment: another process may be learning meanwhile. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Knowledge read() {
        Reassessment rule = new Reassessment(
                new Forecast(lanes.lanes(), List.of(learned), areas.areReceived() ? areas::extra : Forecast.Areas.CALM),
                calendars.calendars(),
                numbers.warning().surelyLate());
        return new Knowledge(rule, calendars.cutoffs(), departures.table(), arrivals.table());
    }

    /** The models' memory goes by the same calendars. */
    void refreshModels() {
        learned.refresh();
    }
}
