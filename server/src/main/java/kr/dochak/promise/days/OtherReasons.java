package kr.dochak.promise.days;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.dochak.calendar.Calendars;
import kr.dochak.calendar.DeclaredDay;
import kr.dochak.calendar.Scope;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseRow;
import kr.dochak.promise.Reassessment.Reassessed;
import kr.dochak.promise.causes.LostTime;
import kr.dochak.promise.causes.Reason;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.hubs.Journeys;
import kr.dochak.tracking.hubs.Journeys.FalseArrival;
import org.springframework.stereotype.Component;

/**
 * Why a promise is late where no part of its parcel's way shows it (PRM-4): a delivery in time that turned out to be none (TRK-8), and a day
 * that was declared closed after the promise had been made. What the parcel's scans show of later than that counts more.
 */
@Component
public class OtherReasons {

    private final Journeys journeys;
    private final Calendars calendars;

    OtherReasons(Journeys journeys, Calendars calendars) {
        this.journeys = journeys;
        this.calendars = calendars;
    }

    /** The reasons of these late promises, each in place of the one that its scans show where it explains the delay better. */
    public List<Reason> of(List<Reassessed> late, List<Reason> byScans, Knowledge knowledge, Instant now) {
        Map<ShipmentId, FalseArrival> none = journeys.falseArrivals(late.stream()
                .map(each -> each.after().shipmentId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<DeclaredDay> days = calendars.standing();
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < late.size(); i++) {
            Reassessed seen = late.get(i);
            Reason reason = byScans.get(i);
            reasons.add(falseDelivery(seen.after(), reason, none)
                    .or(() -> closedDay(seen, reason, days, knowledge, now))
                    .orElse(reason));
        }
        return reasons;
    }

    /** By its carrier's word it had come in time. */
    private static Optional<Reason> falseDelivery(PromiseRow row, Reason byScans, Map<ShipmentId, FalseArrival> none) {
        FalseArrival arrival = row.shipmentId() == null ? null : none.get(row.shipmentId());
        return arrival == null
                        || arrival.deliveredAt().isAfter(row.promised().to())
                        || isLater(byScans, arrival.foundAt())
                ? Optional.empty()
                : Optional.of(new Reason(DelayCause.WRONG_INFORMATION, null));
    }

    /** A day found to be behind a delay stays behind it until the parcel loses time after that day. */
    private static Optional<Reason> closedDay(
            Reassessed seen, Reason byScans, List<DeclaredDay> days, Knowledge knowledge, Instant now) {
        PromiseRow.Found before = seen.before().found();
        if (before != null) {
            LostTime day = before.reason().lost();
            Instant until = day == null || before.cause() != DelayCause.CLOSED_DAY ? null : day.until();
            return until != null && !isLater(byScans, until) ? Optional.of(before.reason()) : Optional.empty();
        }
        PromiseRow row = seen.after();
        return days.stream()
                .filter(day -> isBehind(day, row))
                .map(DeclaredDay::day)
                .filter(day -> !knowledge
                        .rule()
                        .windowWithout(day, row, now)
                        .p50()
                        .isAfter(row.promised().to()))
                .findFirst()
                .map(day -> new Reason(
                        DelayCause.CLOSED_DAY,
                        new LostTime(
                                LostTime.Part.STAY,
                                day.toString(),
                                "",
                                Seoul.startOf(day),
                                Seoul.startOf(day.plusDays(1)),
                                null)));
    }

    /** Declared for its carrier since it was promised, and between where it is and what was promised. */
    private static boolean isBehind(DeclaredDay declared, PromiseRow row) {
        LocalDate day = declared.day();
        boolean isForIt = declared.scope() == Scope.NATION
                || declared.scope() == Scope.CARRIERS
                || (declared.scope() == Scope.CARRIER
                        && row.carrier().equals(CarrierCalendars.key(declared.carrier())));
        return isForIt
                && !declared.open()
                && declared.declared().at().isAfter(row.confirmedAt())
                && !row.timed()
                && !day.isBefore(Seoul.dateOf(row.since()))
                && !day.isAfter(Seoul.dateOf(row.promised().to()));
    }

    private static boolean isLater(Reason byScans, Instant moment) {
        return byScans.lost() != null && byScans.lost().from().isAfter(moment);
    }
}
