package kr.dochak.promise;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.promise.PromiseLedger.Source;
import kr.dochak.promise.Reassessment.Reassessed;
import kr.dochak.promise.causes.CauseRule.Preparation;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ScanParticipant;
import kr.dochak.tracking.ShipmentState;
import org.springframework.stereotype.Component;

/**
 * The promises' share of a batch of scans, in the transaction of the scans (PRM-2). It computes each window anew, and until
 * when scans at hubs change nothing.
 */
@Component
class PromiseBatch implements ScanParticipant {

    private final PromiseRepository promises;
    private final PromiseWork work;
    private final KnowledgeInUse knowledge;
    private final InstantSource clock;

    PromiseBatch(PromiseRepository promises, PromiseWork work, KnowledgeInUse knowledge, InstantSource clock) {
        this.promises = promises;
        this.work = work;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    @Override
    public Map<ShipmentId, Instant> take(List<ShipmentState> touched) {
        Map<ShipmentId, ShipmentState> states =
                touched.stream().collect(Collectors.toMap(ShipmentState::shipmentId, Function.identity()));
        Instant now = clock.instant();
        Knowledge known = knowledge.current();
        List<Reassessed> seen = new ArrayList<>();
        for (PromiseRow row : promises.ofShipments(states.keySet())) {
            seen.add(known.rule().look(row, states.get(row.shipmentId()), Preparation.PACKED, now));
        }
        work.write(seen, Source.SCAN, known, now);
        return new Calm(known.rule()).of(seen, states, now);
    }
}
