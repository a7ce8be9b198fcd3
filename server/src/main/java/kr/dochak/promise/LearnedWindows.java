package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kr.dochak.promise.areas.AreaWarnings;
import kr.dochak.promise.learning.Basis;
import kr.dochak.promise.learning.Consignment;
import kr.dochak.promise.learning.LearningSettings;
import kr.dochak.promise.learning.ModelVersion;
import kr.dochak.promise.learning.Quantiles;
import kr.dochak.promise.learning.TrainingSet;
import kr.dochak.promise.learning.WindowLearning;
import kr.dochak.promise.learning.WindowModel;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The windows of the model in use (PRM-1, PRM-5), over a memory of what became known lately. Says nothing while there is no
 * model, or before the past was told again after a start: then the lane table serves.
 */
@Component
class LearnedWindows implements Forecast.Learned, DisposableBean {

    private final WindowLearning learning;
    private volatile boolean isLearning;
    private final CalendarRepository calendars;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Told told = new Told();
    private volatile @Nullable Consignments consignments;
    private volatile WindowBasis.@Nullable Model inUse;
    private volatile Instant learnedAt = Instant.EPOCH;

    LearnedWindows(
            PromiseSettings settings, CalendarRepository calendars, BusinessCalendar holidays, AreaWarnings areas) {
        this.calendars = calendars;
        this.isLearning = settings.models() && ModelVersion.isPossible();
        LearningSettings usual = LearningSettings.usual(Seoul.ZONE, (LocalDate day) -> !holidays.open(day, true, true));
        LearningSettings ours = new LearningSettings(
                usual.zone(),
                usual.closed(),
                this::openTime,
                this::shown,
                settings.leastDeliveries(),
                usual.historyDays(),
                usual.retrainShare(),
                usual.retrainDays());
        this.learning = new WindowLearning(ours, areas.areTold() ? areas.signals() : null);
    }

    /** Which promises were told already, by id from the first one on: a batch may be heard and read back at once. */
    private static final class Told {

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

    /** False where models are switched off, LightGBM cannot be loaded, or the past could not be told. */
    boolean isLearning() {
        return isLearning;
    }

    /** Nothing is heard any more until the next start: news without their past would say something else. */
    void giveUp() {
        isLearning = false;
        ready.complete(false);
    }

    boolean isReady() {
        return ready.getNow(false);
    }

    /** Whether it came to be ready, as soon as that is known. */
    CompletableFuture<Boolean> ready() {
        return ready;
    }

    Optional<WindowBasis.Model> inUse() {
        return Optional.ofNullable(inUse);
    }

    /** From its beginning, whatever the time is now: what is overdue the {@link Forecast} pushes ahead. */
    @Override
    public Optional<Window> window(Forecast.Known known) {
        WindowBasis.Model basis = inUse;
        if (basis == null || !isReady()) {
            return Optional.empty();
        }
        boolean handedOver = known.stage() == Stage.PICKED_UP;
        Instant since = handedOver ? known.since() : known.confirmedAt();
        Consignment consignment = consignments().of("", known);
        Quantiles left = learning.remaining(new WindowModel.Known(consignment, handedOver ? since : null), since);
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
    private Quantiles shown(Consignment consignment, Instant from, boolean isHandedOver, Quantiles said) {
        CarrierCalendar calendar = calendarOf(consignment, from, isHandedOver);
        if (!calendar.hasTours()) {
            return said;
        }
        Window planned =
                Forecast.passing(from, new Remaining(said.p10(), said.p50(), said.p90(), WindowBasis.none()), calendar);
        Window shown = Forecast.onTours(planned, isHandedOver, calendar, from);
        return new Quantiles(
                calendar.between(from, shown.p10()),
                calendar.between(from, shown.p50()),
                calendar.between(from, shown.p90()),
                said.basis());
    }

    private CarrierCalendar calendarOf(Consignment consignment, Instant from, boolean isHandedOver) {
        return consignments().calendarOf(isHandedOver ? consignment.handedOver(from) : consignment);
    }

    /** One thread tells: the past at a start, then {@link Following}. */
    void hear(News news) {
        String id = String.valueOf(news.parcel().promiseId());
        switch (news.kind()) {
            case ORDERED -> order(news.parcel());
            case HANDED_OVER -> {
                order(news.parcel());
                learning.handedOver(id, news.at());
            }
            case DELIVERED -> learning.delivered(id, news.at());
            case DROPPED -> learning.dropped(id);
        }
    }

    private void order(News.Parcel parcel) {
        if (told.add(parcel.promiseId())) {
            learning.ordered(consignments().of(parcel), parcel.confirmedAt());
        }
    }

    /** The past begins; no promise before this one will be news. */
    void begin(long firstPromise) {
        told.first = firstPromise;
        refresh();
    }

    /** The past was told: from now on the model answers. */
    void caughtUp() {
        ready.complete(true);
    }

    /** Reads calendars and cut-offs anew. */
    void refresh() {
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
        return isReady() && learning.isTrainingDue(now);
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
