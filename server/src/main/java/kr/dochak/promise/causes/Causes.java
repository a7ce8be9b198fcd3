package kr.dochak.promise.causes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.areas.AreaWarnings;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.shared.Area;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ScanView;
import kr.dochak.tracking.hubs.Journeys;
import kr.dochak.tracking.hubs.UsualTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds why parcels are late from their scans and from what others take there (PRM-4). */
@Component
public class Causes {

    private final Journeys journeys;
    private final AreaWarnings areas;
    private final CauseNumbers numbers;

    Causes(Journeys journeys, AreaWarnings areas, CauseNumbers numbers) {
        this.journeys = journeys;
        this.areas = areas;
        this.numbers = numbers;
    }

    /** The reason of each, in the order given; what no scan explains keeps the one that is known. */
    public List<Reason> of(List<LateParcel> parcels, Knowledge knowledge, Instant now) {
        Map<ShipmentId, List<ScanView>> scans = journeys.scansOf(parcels.stream()
                .map(LateParcel::shipmentId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        UsualTimes usual = journeys.usual();
        return parcels.stream()
                .map(parcel -> reason(parcel, scansOf(parcel, scans), usual, knowledge, now))
                .toList();
    }

    private static List<ScanView> scansOf(LateParcel parcel, Map<ShipmentId, List<ScanView>> scans) {
        ShipmentId shipment = parcel.shipmentId();
        return shipment == null ? List.of() : scans.getOrDefault(shipment, List.of());
    }

    private Reason reason(LateParcel parcel, List<ScanView> scans, UsualTimes usual, Knowledge knowledge, Instant now) {
        CarrierCalendar calendar = knowledge.calendarOf(parcel.carrier(), parcel.origin());
        Instant registered = parcel.readyAt();
        List<Passage> passages = registered == null && scans.isEmpty()
                ? List.of()
                : Passages.of(
                        scans,
                        registered == null ? scans.getFirst().occurredAt() : registered,
                        new KnownHabits(usual, parcel.carrier()));
        CauseSettings settings = numbers.now();
        WayRule rule = new WayRule(parcel, usual, calendar, this::stood, settings, now);
        List<Spent> way = rule.spent(passages, departures(parcel, calendar, knowledge));
        return CauseRule.ofWay(way, settings.behind()).orElseGet(() -> CauseRule.placed(parcel.known(), parcel, way));
    }

    private static @Nullable UsualDepartures departures(
            LateParcel parcel, CarrierCalendar calendar, Knowledge knowledge) {
        return parcel.planned()
                ? new UsualDepartures(
                        parcel.confirmedAt(),
                        parcel.tenantId(),
                        knowledge.cutoffs().of(parcel.tenantId()),
                        calendar,
                        knowledge.departures())
                : null;
    }

    private Optional<Spent.Stood> stood(String area, Instant from, Instant until) {
        return areas.slowing(area, from, until)
                .map(kind -> new Spent.Stood(
                        kind.isTraffic() ? DelayCause.LINE_HAUL : DelayCause.WEATHER, Area.provinceOf(area)));
    }
}
