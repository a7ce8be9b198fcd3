package kr.dochak.promise.models;

import java.time.Instant;
import java.util.Comparator;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PromiseId;

/** What became known of a parcel's way, as it is learned from. Those of one moment come in the order of their kinds. */
public record Observation(Kind kind, Instant at, Parcel parcel) {

    static final Comparator<Observation> IN_TIME = Comparator.comparing(Observation::at)
            .thenComparing(Observation::kind)
            .thenComparing(each -> each.parcel().promiseId());

    public enum Kind {
        ORDERED,
        HANDED_OVER,
        DELIVERED,
        /** It will not arrive, or it waited for its customer: nothing is learned from its way. */
        DROPPED
    }

    /** Whose way it is: what of a promise does not change once it travels. */
    public record Parcel(
            PromiseId promiseId,
            MallId tenantId,
            String carrier,
            String origin,
            String destination,
            Instant confirmedAt) {

        public boolean hasCarrier() {
            return !carrier.equals(CarrierCalendars.ANY);
        }
    }
}
