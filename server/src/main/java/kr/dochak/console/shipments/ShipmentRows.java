package kr.dochak.console.shipments;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.dochak.console.Bands;
import kr.dochak.console.LastScan;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.promise.PromiseFilter;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Promises with what the other modules know of them; three statements a page, however long it is. */
@Component
class ShipmentRows {

    private final Promises promises;
    private final Orders orders;
    private final Tracking tracking;
    private final InstantSource clock;

    ShipmentRows(Promises promises, Orders orders, Tracking tracking, InstantSource clock) {
        this.promises = promises;
        this.orders = orders;
        this.tracking = tracking;
        this.clock = clock;
    }

    Keyset<ShipmentRow> page(Collection<MallId> malls, PromiseFilter filter, @Nullable String cursor, int limit) {
        Keyset<PromiseView> page = promises.list(malls, filter, cursor, limit);
        return new Keyset<>(rows(page.items()), page.next());
    }

    private List<ShipmentRow> rows(List<PromiseView> views) {
        List<OrderId> orderIds =
                views.stream().map(PromiseView::orderId).distinct().toList();
        Map<OrderId, OrderSummary> known = orders.summaries(orderIds);
        Map<OrderId, List<ShipmentView>> shipments = tracking.ofOrders(orderIds);
        List<ShipmentRow> rows = new ArrayList<>();
        for (PromiseView view : views) {
            OrderSummary order = known.get(view.orderId());
            if (order != null) {
                rows.add(row(view, order, shipments.getOrDefault(view.orderId(), List.of())));
            }
        }
        return rows;
    }

    private ShipmentRow row(PromiseView view, OrderSummary order, List<ShipmentView> shipments) {
        TrackingNumber number = shipments.stream()
                .filter(shipment -> shipment.shipmentId().equals(view.shipmentId()))
                .map(ShipmentView::trackingNumber)
                .findFirst()
                .orElse(null);
        return new ShipmentRow(
                order.orderId(),
                order.orderNo(),
                order.title(),
                number,
                view,
                Bands.small(view, clock.instant()),
                LastScan.of(view, shipments),
                order.tenantId());
    }
}
