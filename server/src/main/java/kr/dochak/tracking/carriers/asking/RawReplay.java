package kr.dochak.tracking.carriers.asking;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.OnlyDay;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanView;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.CarrierAnswer;
import kr.dochak.tracking.carriers.CarrierEvent;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.tracking.carriers.asking.RawAnswers.StoredAnswer;
import kr.dochak.tracking.scans.ReplayFold;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads stored answers again with today's tables, and shows what we would have known: scans that are missing, scans that
 * would mean something else, shipments that would stand elsewhere. On request what is missing is taken in; nothing is taken
 * away.
 */
@Component
public class RawReplay {

    private static final int PAGE = 500;
    private static final int MOST_SHOWN = 500;

    /** A scan that would differ; {@code before} is missing when there was none. */
    public record Difference(
            CarrierId carrier,
            TrackingNumber trackingNumber,
            Instant occurredAt,
            String place,
            String text,
            @Nullable ShipmentStatus before,
            ShipmentStatus after) {}

    /** A shipment that would stand elsewhere. */
    public record Decision(
            CarrierId carrier, TrackingNumber trackingNumber, ShipmentStatus before, ShipmentStatus after) {}

    /**
     * What was found.
     *
     * @param unreadable answers that still say nothing
     * @param taken scans that were taken in, 0 when only looked at
     */
    public record Report(
            long answers, long unreadable, List<Difference> scans, List<Decision> decisions, int taken, boolean more) {}

    private record Parcel(CarrierId carrier, TrackingNumber trackingNumber) {}

    private final RawAnswers answers;
    private final Tracking tracking;
    private final JsonMapper json;
    private final InstantSource clock;

    RawReplay(RawAnswers answers, Tracking tracking, JsonMapper json, InstantSource clock) {
        this.clock = clock;
        this.answers = answers;
        this.tracking = tracking;
        this.json = json;
    }

    /**
     * Reads the answers of a period again; {@code apply} takes the missing scans in. There is no report when they could not be
     * taken now; the same again is harmless.
     */
    public Optional<Report> replay(Instant from, Instant to, boolean apply) {
        Map<Parcel, Set<CarrierEvent>> events = new LinkedHashMap<>();
        long read = 0;
        long unreadable = 0;
        long last = 0;
        for (List<StoredAnswer> page = answers.between(from, to, last, PAGE);
                !page.isEmpty();
                page = answers.between(from, to, last, PAGE)) {
            for (StoredAnswer stored : page) {
                read++;
                if (read(stored) instanceof CarrierAnswer.Found found) {
                    events.computeIfAbsent(
                                    new Parcel(stored.carrier(), stored.trackingNumber()),
                                    unused -> new LinkedHashSet<>())
                            .addAll(found.events());
                } else {
                    unreadable++;
                }
            }
            last = page.getLast().id();
        }
        return compared(events, read, unreadable, apply);
    }

    private CarrierAnswer read(StoredAnswer stored) {
        Optional<Source> source = Source.of(stored.source());
        if (source.isEmpty()) {
            return new CarrierAnswer.Broken("no-source");
        }
        return stored.pushed()
                ? Source.pushed(stored.carrier(), json.readTree(stored.raw().body()))
                : source.get().reader().read(stored.carrier(), stored.raw());
    }

    private Optional<Report> compared(
            Map<Parcel, Set<CarrierEvent>> events, long read, long unreadable, boolean apply) {
        List<Difference> differences = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        List<Scan> missing = new ArrayList<>();
        events.forEach((parcel, found) -> answers.shipments(parcel.carrier(), parcel.trackingNumber())
                .forEach(known -> {
                    List<ScanView> stored = tracking.scansOf(known.shipmentId());
                    List<CarrierEvent> fresh = found.stream()
                            .filter(event -> stored.stream().noneMatch(scan -> isSame(scan, event)))
                            .toList();
                    fresh.forEach(event -> differences.add(difference(parcel, event, stored)));
                    fresh.forEach(event -> missing.add(scan(parcel, event)));
                    decide(parcel, known.registeredAt(), stored, fresh).ifPresent(decisions::add);
                }));
        OptionalInt taken = apply ? take(missing) : OptionalInt.of(0);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        boolean more = differences.size() > MOST_SHOWN || decisions.size() > MOST_SHOWN;
        return Optional.of(new Report(
                read,
                unreadable,
                differences.stream().limit(MOST_SHOWN).toList(),
                decisions.stream().limit(MOST_SHOWN).toList(),
                taken.getAsInt(),
                more));
    }

    private static boolean isSame(ScanView scan, CarrierEvent event) {
        return isAt(scan, event) && scan.status() == event.status() && scan.reason() == event.reason();
    }

    private static boolean isAt(ScanView scan, CarrierEvent event) {
        return OnlyDay.isSame(scan.occurredAt(), event.status(), event.occurredAt())
                && scan.place().equals(event.place());
    }

    private Scan scan(Parcel parcel, CarrierEvent event) {
        return OnlyDay.counted(event.scan(parcel.carrier(), parcel.trackingNumber()), clock.instant());
    }

    private static Difference difference(Parcel parcel, CarrierEvent event, List<ScanView> stored) {
        ShipmentStatus before = stored.stream()
                .filter(scan -> isAt(scan, event))
                .map(ScanView::status)
                .findFirst()
                .orElse(null);
        return new Difference(
                parcel.carrier(),
                parcel.trackingNumber(),
                event.occurredAt(),
                event.place(),
                event.text(),
                before,
                event.status());
    }

    private Optional<Decision> decide(
            Parcel parcel, Instant registeredAt, List<ScanView> stored, List<CarrierEvent> fresh) {
        List<Scan> then = new ArrayList<>();
        List<Scan> now = new ArrayList<>();
        for (ScanView scan : stored) {
            CarrierEvent as =
                    new CarrierEvent(scan.status(), scan.reason(), scan.occurredAt(), scan.place(), scan.text());
            then.add(as.scan(parcel.carrier(), parcel.trackingNumber()));
            if (fresh.stream().noneMatch(event -> isAt(scan, event))) {
                now.add(as.scan(parcel.carrier(), parcel.trackingNumber()));
            }
        }
        fresh.forEach(event -> now.add(scan(parcel, event)));
        ShipmentStatus before = ReplayFold.statusOf(registeredAt, then);
        ShipmentStatus after = ReplayFold.statusOf(registeredAt, now);
        return before == after
                ? Optional.empty()
                : Optional.of(new Decision(parcel.carrier(), parcel.trackingNumber(), before, after));
    }

    private OptionalInt take(List<Scan> missing) {
        int taken = 0;
        for (int i = 0; i < missing.size(); i += PAGE) {
            OptionalInt more = commit(missing.subList(i, Math.min(missing.size(), i + PAGE)));
            if (more.isEmpty()) {
                return more;
            }
            taken += more.getAsInt();
        }
        return OptionalInt.of(taken);
    }

    private OptionalInt commit(List<Scan> scans) {
        try {
            return OptionalInt.of(
                    tracking.submit(scans).get(30, TimeUnit.SECONDS).accepted());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        } catch (ExecutionException | TimeoutException e) {
            return OptionalInt.empty();
        }
    }
}
