package kr.dochak.tracking.carriers;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;

/** Bodies in our own format, which carriers and malls push, made fit to be stored: the fields we know, and no persons (TRK-2). */
public final class PushedEvents {

    private static final Set<String> READABLE =
            Set.of("carrier", "trackingNumber", "occurredAt", "status", "reason", "place", "text", "eventId");

    private PushedEvents() {}

    /**
     * The same scan without drivers and recipients, whichever way it came in. An id that names somebody gives its moment in
     * their place, so that the same event is known again.
     */
    public static Scan withoutPersons(Scan scan) {
        String id = scan.eventId();
        String free = id == null ? null : Persons.mask(id);
        return new Scan(
                scan.callerTenant(),
                scan.carrier(),
                scan.trackingNumber(),
                scan.status(),
                scan.reason(),
                scan.occurredAt(),
                names(scan.place()) ? Persons.place(scan.place()) : scan.place(),
                names(scan.text()) ? Persons.text(scan.text()) : scan.text(),
                free == null || free.equals(id)
                        ? id
                        : free + "@" + scan.occurredAt().getEpochSecond());
    }

    private static boolean names(String text) {
        return !Persons.mask(text).equals(text);
    }

    /** The same body; of fields nobody knows only that they are there, and of what is no JSON only its outline. */
    public static String withoutPersons(byte[] body) {
        return Json.readable(new String(body, StandardCharsets.UTF_8), READABLE);
    }

    /**
     * The events of a stored body that are about one parcel, as they were written; empty where there are none.
     *
     * @param signed the carrier that signed the body, or null when each event names its carrier
     */
    public static Optional<String> of(
            String stored, @Nullable CarrierId signed, CarrierId carrier, TrackingNumber number) {
        return Json.parts(
                stored,
                event -> TrackingNumber.of(Json.text(event, "trackingNumber")).equals(number)
                        && (signed == null ? new CarrierId(Json.text(event, "carrier")) : signed).equals(carrier));
    }
}
