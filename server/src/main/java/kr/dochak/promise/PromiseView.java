package kr.dochak.promise;

import java.time.Instant;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.causes.LostTime;
import kr.dochak.promise.windows.Stage;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * A promise as pages and the API show it.
 *
 * @param window when it will come as far as we know now; after the end, what was shown last
 * @param delay the delay that was found, if any
 * @param pickedUpAt when the carrier took it, and {@code outAt} when the driver set out with it
 * @param outcome how it ended, or null while it is open
 */
public record PromiseView(
        PromiseId promiseId,
        OrderId orderId,
        MallId tenantId,
        @Nullable ShipmentId shipmentId,
        String carrier,
        String origin,
        String destination,
        TimeWindow promised,
        boolean timed,
        Window window,
        Stage stage,
        @Nullable DelayFound delay,
        @Nullable Outcome outcome,
        @Nullable Instant deliveredAt,
        @Nullable Instant pickedUpAt,
        @Nullable Instant outAt) {

    /** What delayed it, since when it was certain and when we saw it, and where it lost most time, if that shows. */
    public record DelayFound(
            DelayKind kind,
            DelayCause cause,
            Instant certainAt,
            Instant foundAt,
            @Nullable LostTime lost) {}

    /** True while the window reaches beyond the promise although no delay is certain yet. */
    public boolean atRisk() {
        return outcome == null && delay == null && window.isAtRisk(promised.to());
    }

    static PromiseView of(PromiseRow row) {
        PromiseRow.Found found = row.found();
        PromiseRow.Ended ended = row.ended();
        return new PromiseView(
                new PromiseId(row.id()),
                row.orderId(),
                row.tenantId(),
                row.shipmentId(),
                row.carrier(),
                row.origin(),
                row.destination(),
                row.promised(),
                row.timed(),
                row.window(),
                row.stage(),
                found == null
                        ? null
                        : new DelayFound(found.kind(), found.cause(), found.certainAt(), found.foundAt(), found.lost()),
                ended == null ? null : ended.outcome(),
                ended == null ? null : ended.deliveredAt(),
                row.pickedUpAt(),
                row.outAt());
    }
}
