package kr.dochak.promise.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.Tracking;
import org.springframework.stereotype.Component;

/** Learns how long a parcel of each lane may go without a scan and still come (TRK-4). */
@Component
public class GapLearning {

    private static final int PAGE = 500;

    private final GapRepository gaps;
    private final Tracking tracking;

    GapLearning(GapRepository gaps, Tracking tracking) {
        this.gaps = gaps;
        this.tracking = tracking;
    }

    /** Looks at the parcels that were settled since it looked last, then learns from all since {@code from}. */
    public void learn(Instant from, Instant now, CarrierCalendars calendars) {
        Instant after = gaps.lookedAtUntil(from);
        long last = 0;
        for (List<GapRepository.Delivered> page = gaps.delivered(after, now, last, PAGE);
                !page.isEmpty();
                page = gaps.delivered(after, now, last, PAGE)) {
            gaps.add(longest(page, calendars));
            last = page.getLast().promiseId();
        }
        gaps.learn(from);
    }

    private Map<GapRepository.Delivered, Duration> longest(
            List<GapRepository.Delivered> page, CarrierCalendars calendars) {
        Map<ShipmentId, List<Instant>> scans = tracking.scanTimes(
                page.stream().map(GapRepository.Delivered::shipmentId).toList());
        Map<GapRepository.Delivered, Duration> longest = new LinkedHashMap<>();
        for (GapRepository.Delivered each : page) {
            CarrierCalendar calendar = calendars.of(each.carrier().value(), each.origin());
            longest.put(each, longest(scans.getOrDefault(each.shipmentId(), List.of()), calendar));
        }
        return longest;
    }

    /** In open time, so that a Sunday between two scans is no gap. */
    static Duration longest(List<Instant> scans, CarrierCalendar calendar) {
        Duration longest = Duration.ZERO;
        for (int i = 1; i < scans.size(); i++) {
            Duration gap = calendar.between(scans.get(i - 1), scans.get(i));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }
}
