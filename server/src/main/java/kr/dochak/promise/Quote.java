package kr.dochak.promise;

import java.time.Instant;
import kr.dochak.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * What an order confirmed now would be promised (PRM-1). Nothing is kept of it: the promise is made when the order comes.
 *
 * @param departure when it is ready and handed over
 * @param promised what would be shown as the promise
 * @param lastOrder until when an order leaves with the same parcels (주문마감); none where the carrier fetches at any time
 */
record Quote(
        Departure departure,
        Window window,
        TimeWindow promised,
        @Nullable Instant lastOrder,
        int modelVersion) {

    /** By the same rule by which the promise is made when the order comes. */
    static Quote of(long tenantId, Lane lane, Knowledge known, int quantile, Instant now) {
        Cutoff cutoff = known.cutoffs().of(tenantId);
        CarrierCalendar calendar = known.calendarOf(lane.carrier(), lane.origin());
        DeparturePlan plan = DeparturePlan.of(now, cutoff, calendar);
        Window window = known.rule()
                .window(
                        new Forecast.Known(
                                lane.carrier(),
                                lane.origin(),
                                lane.destination(),
                                Stage.ORDERED,
                                plan.handover(),
                                tenantId,
                                now),
                        now);
        return new Quote(
                known.departures().expected(tenantId, plan, calendar).within(window, now),
                window,
                known.rule().promise(window, lane.carrier(), lane.origin(), quantile),
                cutoff.lastOrder(now, calendar).orElse(null),
                known.rule().version(window));
    }

    /** From where to where, and with whom. */
    record Lane(String carrier, String origin, String destination) {}
}
