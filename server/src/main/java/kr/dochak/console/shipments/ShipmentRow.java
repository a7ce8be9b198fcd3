package kr.dochak.console.shipments;

import kr.dochak.console.LastScan;
import kr.dochak.pages.PromiseBand;
import kr.dochak.promise.PromiseView;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;

/** One promise in the list of shipments; there is no tracking number before the hand-over. */
public record ShipmentRow(
        OrderId orderId,
        String orderNo,
        String item,
        @Nullable TrackingNumber trackingNumber,
        PromiseView promise,
        PromiseBand band,
        @Nullable LastScan lastScan,
        MallId tenantId) {}
