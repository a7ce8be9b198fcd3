package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.carriers.RawAnswer;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.tracking.carriers.asking.WatchRepository.Row;
import kr.dochak.tracking.carriers.keys.CarrierKeys;
import kr.dochak.wire.Request;

/** tracker.delivery calls back for two days at most. */
record TrackerDeliveryRegistration(CarrierKeys keys, WatchRepository watches) implements Registration {

    private static final Duration LASTS = Duration.ofHours(47);

    @Override
    public Source source() {
        return Source.TRACKER_DELIVERY;
    }

    @Override
    public Duration lasts() {
        return LASTS;
    }

    @Override
    public Request question(Route route, Row parcel, Instant until) {
        return Questions.register(
                route.url(),
                route.key(),
                parcel.carrier(),
                parcel.trackingNumber(),
                keys.publicUrl() + "/hooks/tracker-delivery/" + keys.hookSecret(),
                until.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    @Override
    public Reply read(RawAnswer answer) {
        return answer.status() == 200 && answer.body().replaceAll("\\s", "").contains("\"registerTrackWebhook\":true")
                ? new Reply.Registered()
                : new Reply.Later("register-" + answer.status());
    }

    @Override
    public List<Row> claim(Instant endingBefore, Instant heldUntil, int most) {
        return watches.claimHooks(carriers(), endingBefore, heldUntil, most);
    }

    @Override
    public void until(ShipmentId shipmentId, Instant until) {
        watches.hookUntil(shipmentId, until);
    }
}
