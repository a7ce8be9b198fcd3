package kr.dochak.promise.past;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.KnowledgeInUse;
import kr.dochak.promise.Relearning;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.LaneRepository;
import kr.dochak.promise.windows.LaneRepository.Outcome;
import kr.dochak.promise.windows.Stage;
import kr.dochak.shared.MallId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Learns windows from deliveries of before this product was here, at once instead of after months (PRM-5, SET-2). */
@Component
public class PastDeliveries {

    private final LaneRepository lanes;
    private final KnowledgeInUse knowledge;
    private final Relearning learning;
    private final InstantSource clock;

    PastDeliveries(LaneRepository lanes, KnowledgeInUse knowledge, Relearning learning, InstantSource clock) {
        this.lanes = lanes;
        this.knowledge = knowledge;
        this.learning = learning;
        this.clock = clock;
    }

    /** Remembers them in the caller's transaction; {@link #learn} brings them into use. */
    @Transactional
    public void remember(MallId mall, List<PastDelivery> deliveries) {
        lanes.remember(outcomes(mall, deliveries));
    }

    /** Takes back what was remembered of them. */
    @Transactional
    public void forget(MallId mall, List<PastDelivery> deliveries) {
        lanes.forget(outcomes(mall, deliveries));
    }

    /** Learns anew from all that is remembered, and has every promise from now on go by it. */
    public void learn() {
        learning.learn(clock.instant());
    }

    private List<Outcome> outcomes(MallId mall, List<PastDelivery> deliveries) {
        Knowledge known = knowledge.current();
        List<Outcome> outcomes = new ArrayList<>();
        for (PastDelivery each : deliveries) {
            CarrierCalendar calendar = known.calendarOf(each.carrier().value(), each.origin());
            Instant planned = known.cutoffs().of(mall).handover(each.orderedAt(), calendar);
            add(outcomes, each, Stage.ORDERED, planned, calendar);
            if (each.handedOverAt() != null) {
                add(outcomes, each, Stage.PICKED_UP, each.handedOverAt(), calendar);
            }
        }
        return outcomes;
    }

    private static void add(
            List<Outcome> outcomes, PastDelivery each, Stage stage, Instant since, CarrierCalendar calendar) {
        outcomes.add(new Outcome(
                each.carrier().value(),
                each.origin(),
                each.destination(),
                stage,
                calendar.between(since, each.deliveredAt()),
                each.deliveredAt()));
    }
}
