package kr.dochak.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What became known of a parcel's way, as it is learned from. Those of one moment come in the order of their kinds. */
record Observation(Kind kind, Instant at, Parcel parcel) {

    static final Comparator<Observation> IN_TIME = Comparator.comparing(Observation::at)
            .thenComparing(Observation::kind)
            .thenComparing(each -> each.parcel().promiseId());

    enum Kind {
        ORDERED,
        HANDED_OVER,
        DELIVERED,
        /** It will not arrive, or waited for its customer: it says nothing about the way. */
        DROPPED
    }

    /** Whose way it is: what of a promise does not change once it travels. */
    record Parcel(
            long promiseId, long tenantId, String carrier, String origin, String destination, Instant confirmedAt) {

        static Parcel of(PromiseRow row) {
            return new Parcel(
                    row.id(), row.tenantId(), row.carrier(), row.origin(), row.destination(), row.confirmedAt());
        }

        boolean hasCarrier() {
            return !carrier.equals(CarrierCalendars.ANY);
        }
    }

    /** Of a new promise. An order without a carrier counts only once one has it, one for a slot of hours never. */
    static List<Observation> ofOrder(PromiseRow row) {
        Parcel parcel = Parcel.of(row);
        return row.timed() || !parcel.hasCarrier()
                ? List.of()
                : List.of(new Observation(Kind.ORDERED, row.confirmedAt(), parcel));
    }

    /** What a look at a promise found. */
    static List<Observation> of(Reassessment.Seen seen) {
        List<Observation> observed = new ArrayList<>(0);
        PromiseRow row = seen.after();
        Instant pickedUp = row.pickedUpAt();
        if (pickedUp != null && seen.before().pickedUpAt() == null && !row.timed()) {
            observed.add(new Observation(Kind.HANDED_OVER, pickedUp, Parcel.of(row)));
        }
        if (seen.settled()) {
            observed.add(end(row, Objects.requireNonNull(row.ended())));
        }
        return observed;
    }

    private static Observation end(PromiseRow row, PromiseRow.Ended ended) {
        Instant delivered = ended.deliveredAt();
        return delivered == null || row.timed() || row.window().isCustomersDay()
                ? new Observation(Kind.DROPPED, ended.at(), Parcel.of(row))
                : new Observation(Kind.DELIVERED, delivered, Parcel.of(row));
    }
}
