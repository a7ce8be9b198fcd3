package kr.dochak.tracking.carriers.asking;

import java.time.InstantSource;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.tracking.carriers.keys.CarrierKeys;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * tracker.delivery reports that a parcel has moved, with two ids and no signature, and waits a second for the answer. So its
 * report is not believed: the parcel is only asked about sooner, and only once until it was.
 */
@RestController
class TrackerDeliveryHook {

    private final CarrierKeys keys;
    private final WatchRepository watches;
    private final CallRepository calls;
    private final InstantSource clock;
    private final JsonMapper json;

    TrackerDeliveryHook(
            CarrierKeys keys, WatchRepository watches, CallRepository calls, InstantSource clock, JsonMapper json) {
        this.keys = keys;
        this.watches = watches;
        this.calls = calls;
        this.clock = clock;
        this.json = json;
    }

    @PostMapping("/hooks/tracker-delivery/{secret}")
    ResponseEntity<Void> changed(@PathVariable String secret, @RequestBody String body) {
        if (!HookSecret.same(keys.hookSecret(), secret)) {
            return ResponseEntity.status(401).build();
        }
        JsonNode ids;
        try {
            ids = json.readTree(body);
        } catch (JacksonException e) {
            return ResponseEntity.badRequest().build();
        }
        CarrierId carrier = new CarrierId(ids.path("carrierId").asString(""));
        TrackingNumber number = TrackingNumber.of(ids.path("trackingNumber").asString(""));
        if (watches.wake(carrier, number, clock.instant())) {
            calls.count(Source.TRACKER_DELIVERY.id(), "PUSHED", "", clock.instant());
        }
        return ResponseEntity.accepted().build();
    }
}
