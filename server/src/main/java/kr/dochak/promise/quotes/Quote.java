package kr.dochak.promise.quotes;

import java.time.Instant;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.DayChances;
import kr.dochak.promise.windows.DayChances.Way;
import kr.dochak.promise.windows.Departure;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * What an order confirmed now would be promised (PRM-1). It is not stored: the promise is made when the order comes.
 *
 * @param departure when it is ready and handed over
 * @param promised what would be shown as the promise
 * @param chances by which days it comes, and how likely
 * @param lastOrder until when an order leaves with the same parcels (주문마감); none where the carrier fetches at any time
 */
public record Quote(
        Departure departure,
        Window window,
        TimeWindow promised,
        DayChances chances,
        @Nullable Instant lastOrder,
        int modelVersion) {

    /** By the same rule by which the promise is made when the order comes. */
    public static Quote of(MallId tenantId, Way way, Knowledge known, int quantile, Instant now) {
        CarrierCalendar calendar = known.calendarOf(way.carrier(), way.origin());
        Knowledge.Expected expected = known.expected(tenantId, way, now);
        Window window = expected.window();
        DayChances chances =
                known.chances(window, way, Seoul.dateOf(expected.plan().handover()));
        return new Quote(
                known.departures().expected(tenantId, expected.plan(), calendar).within(window, now),
                window,
                chances.promise(window, quantile),
                chances,
                known.cutoffs().of(tenantId).lastOrder(now, calendar).orElse(null),
                known.rule().version(window));
    }
}
