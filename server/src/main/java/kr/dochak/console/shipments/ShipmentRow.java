package kr.dochak.console.shipments;

import kr.dochak.console.LastScan;
import kr.dochak.pages.PromiseBand;
import kr.dochak.promise.PromiseView;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import org.jspecify.annotations.Nullable;

/** One promise in the list of shipments; the tracking number is empty before the hand-over. */
public record ShipmentRow(
        OrderId orderId,
        String orderNo,
        String item,
        String trackingNumber,
        PromiseView promise,
        PromiseBand band,
        @Nullable LastScan lastScan,
        MallId tenantId) {}
