package kr.dochak.promise.windows;

import java.time.Instant;

/**
 * The two clocks before a parcel's arrival (PRM-1).
 *
 * @param ready when its shipment is made known to the carrier (운송장 등록)
 * @param handover when the carrier takes it (출고)
 */
public record Departure(Window ready, Window handover) {

    /** Ahead of now, and in its order: ready before handed over before there, quantile by quantile. */
    public Departure within(Window arrival, Instant now) {
        Window taken = handover.notBefore(now, now, now).notAfter(arrival);
        return new Departure(ready.notBefore(now, now, now).notAfter(taken), taken);
    }
}
