package kr.dochak.tracking.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Sentence;
import kr.dochak.tracking.OnlyDay;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.PushedEvents;
import org.jspecify.annotations.Nullable;

/** What a scan must be before it is queued. Pure; the first thing that is wrong is named. */
final class ScanRules {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    /** No carrier has a parcel longer; an older time is a broken clock and would look like a silent parcel. */
    private static final Duration OLDEST = Duration.ofDays(400);

    private static final String STATUSES =
            Arrays.stream(ShipmentStatus.values()).map(Enum::name).collect(Collectors.joining(", "));
    private static final String REASONS =
            Arrays.stream(ScanReason.values()).map(Enum::name).collect(Collectors.joining(", "));

    private ScanRules() {}

    /** A scan, or why it is none. */
    sealed interface Checked {
        record Good(Scan scan) implements Checked {}

        record Bad(String field, String code, Sentence detail) implements Checked {}
    }

    static Checked check(@Nullable ScanRequest request, Reporter reporter, Instant now) {
        if (request == null) {
            return new Checked.Bad("", "missing", Sentence.of("tracking.problem.empty"));
        }
        CarrierId carrier = new CarrierId(clean(request.carrier()));
        if (carrier.value().isEmpty()) {
            return new Checked.Bad("carrier", "unknown", Sentence.of("shared.problem.carrier"));
        }
        if (Carrier.of(carrier).isEmpty()) {
            return new Checked.Bad(
                    "carrier", "unknown", Sentence.of("shared.problem.carrier-unknown", carrier.value()));
        }
        if (!reporter.maySpeakOf(carrier)) {
            return new Checked.Bad(
                    "carrier", "not-yours", Sentence.of("tracking.problem.other-carrier", carrier.value()));
        }
        TrackingNumber number = TrackingNumber.of(request.trackingNumber());
        if (!number.isPossible()) {
            return new Checked.Bad("trackingNumber", "shape", Sentence.of("shared.problem.tracking-number"));
        }
        ShipmentStatus status = find(ShipmentStatus.values(), request.status());
        if (status == null) {
            return new Checked.Bad("status", "unknown", Sentence.of("shared.problem.one-of", STATUSES));
        }
        ScanReason reason = find(ScanReason.values(), request.reason());
        if (reason == null && request.reason() != null && !request.reason().isBlank()) {
            return new Checked.Bad("reason", "unknown", Sentence.of("shared.problem.one-of", REASONS));
        }
        return checkRest(request, reporter.tenant(), now, carrier, number, status, reason);
    }

    private static Checked checkRest(
            ScanRequest request,
            long callerTenant,
            Instant now,
            CarrierId carrier,
            TrackingNumber number,
            ShipmentStatus status,
            @Nullable ScanReason reason) {
        if (request.occurredAt() == null) {
            return new Checked.Bad("occurredAt", "missing", Sentence.of("shared.problem.moment"));
        }
        Instant at = request.occurredAt().toInstant().truncatedTo(ChronoUnit.SECONDS);
        if (at.isAfter(now.plus(CLOCKS_DIFFER))) {
            return new Checked.Bad("occurredAt", "future", Sentence.of("shared.problem.future"));
        }
        if (at.isBefore(now.minus(OLDEST))) {
            return new Checked.Bad("occurredAt", "too-old", Sentence.of("tracking.problem.too-old"));
        }
        String place = clean(request.place());
        String text = clean(request.text());
        if (place.length() > 100 || text.length() > 500) {
            return new Checked.Bad(
                    place.length() > 100 ? "place" : "text", "too-long", Sentence.of("tracking.problem.too-long"));
        }
        if (request.eventId() != null && request.eventId().length() > 200) {
            return new Checked.Bad("eventId", "too-long", Sentence.of("tracking.problem.event-id"));
        }
        String eventId = request.eventId() == null || request.eventId().isBlank() ? null : clean(request.eventId());
        Scan scan = new Scan(callerTenant, carrier, number, status, reason, at, place, text, eventId);
        return new Checked.Good(OnlyDay.counted(PushedEvents.withoutPersons(scan), now));
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.strip().replace('\0', ' ');
    }

    private static <E extends Enum<E>> @Nullable E find(E[] values, @Nullable String name) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }
}
