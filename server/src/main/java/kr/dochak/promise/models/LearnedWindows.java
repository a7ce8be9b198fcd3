package kr.dochak.promise.models;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Optional;
import kr.dochak.calendar.Calendars;
import kr.dochak.promise.areas.AreaWarnings;
import kr.dochak.promise.learning.Basis;
import kr.dochak.promise.learning.LearningSettings;
import kr.dochak.promise.learning.ModelVersion;
import kr.dochak.promise.learning.Quantiles;
import kr.dochak.promise.learning.TrainingSet;
import kr.dochak.promise.learning.WindowLearning;
import kr.dochak.promise.learning.WindowModel;
import kr.dochak.promise.learning.features.Consignment;
import kr.dochak.promise.windows.CalendarRepository;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.Forecast;
import kr.dochak.promise.windows.PromiseNumbers;
import kr.dochak.promise.windows.Remaining;
import kr.dochak.promise.windows.Stage;
import kr.dochak.promise.windows.Window;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.promise.windows.WindowSource;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The windows of the model in use (PRM-1, PRM-5), over a memory of what became known lately. While there is no model, or the
 * past is not replayed after a start, it gives none and the lane table serves.
 */
@Component
public class LearnedWindows implements WindowSource, DisposableBean {

    private final ModelLife life;
    private final WindowLearning learning;
    private final CalendarRepository calendars;
    private final Ids ordered = new Ids();
    private volatile @Nullable Consignments consignments;
    private volatile WindowBasis.@Nullable Model inUse;
    private volatile Instant learnedAt = Instant.EPOCH;

    LearnedWindows(
            ModelLife life,
            PromiseNumbers numbers,
            CalendarRepository calendars,
            Calendars declared,
            AreaWarnings areas) {
        this.life = life;
        this.calendars = calendars;
        LearningSettings usual = LearningSettings.usual(
                Seoul.ZONE, (LocalDate day) -> !declared.current().nation().open(day, true, true));
        LearningSettings ours = new LearningSettings(
                usual.zone(),
                usual.closed(),
                this::openTime,
                this::shown,
                numbers::leastDeliveries,
                usual.historyDays(),
                usual.retrainShare(),
                usual.retrainDays());
        this.learning = new WindowLearning(ours, areas.areReceived() ? areas.signals() : null);
    }

    /** Which promises are in the memory, by id from the first one on: a batch may be observed and replayed at once. */
    private static final class Ids {

        private final BitSet ids = new BitSet();
        private long first;

        private boolean add(long id) {
            int place = (int) Math.clamp(id - first, -1, Integer.MAX_VALUE - 1);
            if (place < 0 || ids.get(place)) {
                return false;
            }
            ids.set(place);
            return true;
        }
    }

    Optional<WindowBasis.Model> inUse() {
        return Optional.ofNullable(inUse);
    }

    /** From its beginning, whatever the time is now: what is overdue the {@link Forecast} pushes ahead. */
    @Override
    public Optional<Window> window(Forecast.Delivery known) {
        WindowBasis.Model basis = inUse;
        if (basis == null || !life.state().isReady()) {
            return Optional.empty();
        }
        boolean handedOver = known.stage() == Stage.PICKED_UP;
        Instant since = handedOver ? known.since() : known.confirmedAt();
        Consignment consignment = consignments().of("", known);
        Quantiles left = learning.remaining(new WindowModel.Progress(consignment, handedOver ? since : null), since);
        CarrierCalendar calendar = calendarOf(consignment, since, handedOver);
        return left.basis() instanceof Basis.Model
                ? Optional.of(
                        Forecast.passing(since, new Remaining(left.p10(), left.p50(), left.p90(), basis), calendar))
                : Optional.empty();
    }

    @Override
    public Instant learnedAt() {
        return learnedAt;
    }

    /** Days on which its carrier rests do not count, nor those of its mall before it is handed over. */
    private Duration openTime(Consignment consignment, Instant from, Instant to) {
        return consignments().calendarOf(consignment).between(from, to);
    }

    /** Put into the hours of its carrier's tours. */
    private Quantiles shown(Consignment consignment, Instant from, boolean isHandedOver, Quantiles predicted) {
        CarrierCalendar calendar = calendarOf(consignment, from, isHandedOver);
        if (!calendar.hasTours()) {
            return predicted;
        }
        Window planned = Forecast.passing(
                from, new Remaining(predicted.p10(), predicted.p50(), predicted.p90(), WindowBasis.none()), calendar);
        Window shown = Forecast.onTours(planned, isHandedOver, calendar, from);
        return new Quantiles(
                calendar.between(from, shown.p10()),
                calendar.between(from, shown.p50()),
                calendar.between(from, shown.p90()),
                predicted.basis());
    }

    private CarrierCalendar calendarOf(Consignment consignment, Instant from, boolean isHandedOver) {
        return consignments().calendarOf(isHandedOver ? consignment.handedOver(from) : consignment);
    }

    /** By one thread: {@link PastReplay} at a start, then {@link ObservationQueue}. */
    void observe(Observation observed) {
        String id = String.valueOf(observed.parcel().promiseId());
        switch (observed.kind()) {
            case ORDERED -> order(observed.parcel());
            case HANDED_OVER -> {
                order(observed.parcel());
                learning.handedOver(id, observed.at());
            }
            case DELIVERED -> learning.delivered(id, observed.at());
            case DROPPED -> learning.dropped(id);
        }
    }

    private void order(Observation.Parcel parcel) {
        if (ordered.add(parcel.promiseId().value())) {
            learning.ordered(consignments().of(parcel), parcel.confirmedAt());
        }
    }

    /** Before all observations; promises before this one are passed over. */
    void begin(long firstPromise) {
        ordered.first = firstPromise;
        refresh();
    }

    /** Reads calendars and cut-offs anew. */
    public void refresh() {
        consignments = new Consignments(calendars.calendars(), calendars.cutoffs());
    }

    private Consignments consignments() {
        Consignments known = consignments;
        if (known == null) {
            refresh();
            return consignments();
        }
        return known;
    }

    /** Switches; in between the lane table serves, so that no window names a model that did not make it. */
    synchronized void use(int id, ModelVersion version) {
        inUse = null;
        learning.use(version);
        learnedAt = version.learnedAt();
        inUse = new WindowBasis.Model(id, version.deliveries());
    }

    boolean isTrainingDue(Instant now) {
        return life.state().isReady() && learning.isTrainingDue(now);
    }

    TrainingSet trainingSet(Instant now) {
        return learning.trainingSet(now);
    }

    @Override
    public void destroy() {
        inUse = null;
        learning.close();
    }
}
