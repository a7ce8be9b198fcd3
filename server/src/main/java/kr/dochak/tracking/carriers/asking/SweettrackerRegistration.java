package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.carriers.RawAnswer;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.tracking.carriers.asking.WatchRepository.Row;
import kr.dochak.tracking.carriers.keys.CarrierKeys;
import kr.dochak.wire.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sweettracker's {@code add_invoice}, of which its fields are documented, and the errors 1 (something is missing), 2 (not a
 * number), 4 (a carrier it does not have) and 99 (its own fault).
 *
 * <p>Assumed are its address beneath that of the other interface, a form as body, {@code success} or {@code e_code} as the
 * answer, and that {@code tier} and {@code type} may be left out. A parcel registered again is assumed to be called about
 * once, and since nobody says how long it lasts, it is asked again every week.
 */
record SweettrackerRegistration(CarrierKeys keys, WatchRepository watches) implements Registration {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LASTS = Duration.ofDays(7);
    private static final Set<String> ABOUT_THE_PARCEL = Set.of("2", "4");

    @Override
    public Source source() {
        return Source.SWEETTRACKER;
    }

    @Override
    public Duration lasts() {
        return LASTS;
    }

    @Override
    public Request question(Route route, Row parcel, Instant until) {
        return Questions.addInvoice(
                route.url(),
                route.key(),
                parcel.carrier(),
                parcel.trackingNumber(),
                keys.publicUrl() + "/hooks/sweettracker");
    }

    @Override
    public Reply read(RawAnswer answer) {
        if (answer.status() != 200) {
            return new Reply.Later("add_invoice-http-" + answer.status());
        }
        JsonNode answered = answered(answer.body());
        if (answered.path("success").asBoolean(false)) {
            return new Reply.Registered();
        }
        String code = answered.path("e_code").asString("");
        String what = "add_invoice-" + (code.matches("\\d{1,4}") ? code : "unreadable");
        return ABOUT_THE_PARCEL.contains(code) ? new Reply.Never(what) : new Reply.Later(what);
    }

    private static JsonNode answered(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    @Override
    public List<Row> claim(Instant endingBefore, Instant heldUntil, int most) {
        return watches.claimSweet(carriers(), endingBefore, heldUntil, most);
    }

    @Override
    public void until(ShipmentId shipmentId, Instant until) {
        watches.sweetUntil(shipmentId, until);
    }
}
