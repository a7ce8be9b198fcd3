package kr.dochak.promise.quotes;

import java.time.Instant;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.Cutoff;
import kr.dochak.promise.windows.Departure;
import kr.dochak.promise.windows.DeparturePlan;
import kr.dochak.promise.windows.Forecast;
import kr.dochak.promise.windows.Stage;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.MallId;
import kr.dochak.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * What an order confirmed now would be promised (PRM-1). It is not stored: the promise is made when the order comes.
 *
 * @param departure when it is ready and handed over
 * @param promised what would be shown as the promise
 * @param lastOrder until when an order leaves with the same parcels (주문마감); none where the carrier fetches at any time
 */
public record Quote(
        Departure departure,
        Window window,
        TimeWindow promised,
        @Nullable Instant lastOrder,
        int modelVersion) {

    /** By the same rule by which the promise is made when the order comes. */
    public static Quote of(MallId tenantId, Lane lane, Knowledge known, int quantile, Instant now) {
        Cutoff cutoff = known.cutoffs().of(tenantId);
        CarrierCalendar calendar = known.calendarOf(lane.carrier(), lane.origin());
        DeparturePlan plan = DeparturePlan.of(now, cutoff, calendar);
        Window window = known.rule()
                .window(
                        new Forecast.Delivery(
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
    public record Lane(String carrier, String origin, String destination) {}
}
