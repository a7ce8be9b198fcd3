package kr.dochak.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.dochak.promise.models.Observation;
import kr.dochak.promise.models.Observation.Kind;
import kr.dochak.promise.models.Observation.Parcel;
import kr.dochak.shared.PromiseId;

/** What models may learn from a promise: that its order came, that its parcel was handed over, how it ended. */
final class PromiseObservations {

    private PromiseObservations() {}

    /** Of a new promise. An order without a carrier counts only once one has it, one for a slot of hours never. */
    static List<Observation> ofOrder(PromiseRow row) {
        Parcel parcel = parcel(row);
        return row.timed() || !parcel.hasCarrier()
                ? List.of()
                : List.of(new Observation(Kind.ORDERED, row.confirmedAt(), parcel));
    }

    /** What a look at a promise found. */
    static List<Observation> of(Reassessment.Reassessed seen) {
        List<Observation> observed = new ArrayList<>(0);
        PromiseRow row = seen.after();
        Instant pickedUp = row.pickedUpAt();
        if (pickedUp != null && seen.before().pickedUpAt() == null && !row.timed()) {
            observed.add(new Observation(Kind.HANDED_OVER, pickedUp, parcel(row)));
        }
        if (seen.settled()) {
            observed.add(end(row, Objects.requireNonNull(row.ended())));
        }
        return observed;
    }

    private static Observation end(PromiseRow row, PromiseRow.Ended ended) {
        Instant delivered = ended.deliveredAt();
        return delivered == null || row.timed() || row.window().isCustomersDay()
                ? new Observation(Kind.DROPPED, ended.at(), parcel(row))
                : new Observation(Kind.DELIVERED, delivered, parcel(row));
    }

    private static Parcel parcel(PromiseRow row) {
        return new Parcel(
                new PromiseId(row.id()),
                row.tenantId(),
                row.carrier(),
                row.origin(),
                row.destination(),
                row.confirmedAt());
    }
}
