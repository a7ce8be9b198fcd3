package kr.dochak.console.orders;

import java.util.List;
import kr.dochak.care.ratings.DeliveryRating;
import kr.dochak.care.record.SupportCase;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.console.LastScan;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.OrderDetail;
import kr.dochak.pages.PromiseBand;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.WindowShown;
import kr.dochak.promise.windows.Departure;
import kr.dochak.tracking.ScanView;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.corrections.FalseDelivery;
import org.jspecify.annotations.Nullable;

/** The whole story of one order: what every module knows of it, on one axis of time (INS-1). */
public record Trace(
        OrderDetail order,
        String customer,
        List<Part> parts,
        List<Lane> lanes,
        List<Parcel> parcels,
        List<OrderNotice> notices,
        List<Given> grants,
        List<SupportCase> cases,
        List<DeliveryRating> ratings) {

    /** More scans of one parcel are folded away at first. */
    public static final int SCANS_AT_ONCE = 8;

    /**
     * One promise, its ledger and its picture; named by its tracking number where it has one.
     *
     * @param departure when it is handed over, while it waits for that
     */
    public record Part(
            String name,
            PromiseView promise,
            @Nullable Departure departure,
            List<WindowShown> ledger,
            PromiseBand band,
            @Nullable LastScan lastScan) {}

    /** One shipment, its scans, newest first, and what staff corrected of it. */
    public record Parcel(ShipmentView shipment, List<ScanView> scans, List<Corrected> corrected) {

        public boolean isCorrected() {
            return corrected.stream().anyMatch(each -> each.delivery().stands());
        }
    }

    /** A delivery that was none, with who found out and who took that back. */
    public record Corrected(
            FalseDelivery delivery, String by, @Nullable String undoneBy) {}

    /** One grant with the rule in a sentence, and the cause that was known then; {@code now} is another that was found since, or empty. */
    public record Given(Granted grant, String rule, String cause, String now) {}
}
