package kr.dochak.promise;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.promise.CauseRule.Preparation;
import kr.dochak.promise.PromiseLedger.Source;
import kr.dochak.promise.Reassessment.Seen;
import kr.dochak.tracking.ScanParticipant;
import kr.dochak.tracking.ShipmentState;
import org.springframework.stereotype.Component;

/**
 * The promises' share of a batch of scans, in the scans' transaction: the window of its promise is computed anew, and how long
 * it holds whatever hubs are told of; until then scans at hubs are no news (PRM-2).
 */
@Component
class PromiseBatch implements ScanParticipant {

    private final PromiseRepository promises;
    private final PromiseWork work;
    private final Lanes lanes;
    private final InstantSource clock;

    PromiseBatch(PromiseRepository promises, PromiseWork work, Lanes lanes, InstantSource clock) {
        this.promises = promises;
        this.work = work;
        this.lanes = lanes;
        this.clock = clock;
    }

    @Override
    public Map<Long, Instant> take(List<ShipmentState> touched) {
        Map<Long, ShipmentState> states =
                touched.stream().collect(Collectors.toMap(ShipmentState::shipmentId, Function.identity()));
        Instant now = clock.instant();
        Reassessment reassessment = lanes.reassessment();
        List<Seen> seen = new ArrayList<>();
        for (PromiseRow row : promises.ofShipments(states.keySet())) {
            seen.add(reassessment.look(row, states.get(row.shipmentId()), Preparation.PACKED, now));
        }
        work.write(seen, Source.SCAN, now);
        return new Calm(reassessment).of(seen, states, now);
    }
}
