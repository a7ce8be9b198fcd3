package kr.dochak.promise.making;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import kr.dochak.orders.Orders;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.PromiseLedger.Source;
import kr.dochak.promise.PromiseRepository;
import kr.dochak.promise.PromiseRow;
import kr.dochak.promise.PromiseWork;
import kr.dochak.promise.Reassessment.Reassessed;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import org.springframework.stereotype.Component;

/**
 * Makes the promises of an order fit its lines (ORD-3). What is taken out is awaited no more, and what is added when nothing
 * waits any more has a promise of its own.
 */
@Component
class ChangedLines {

    private final PromiseRepository promises;
    private final PromiseWork work;
    private final PromiseTying tying;
    private final OpenLines openLines;
    private final LaterPromises later;
    private final Orders orders;
    private final Tracking tracking;

    ChangedLines(
            PromiseRepository promises,
            PromiseWork work,
            PromiseTying tying,
            OpenLines openLines,
            LaterPromises later,
            Orders orders,
            Tracking tracking) {
        this.promises = promises;
        this.work = work;
        this.tying = tying;
        this.openLines = openLines;
        this.later = later;
        this.orders = orders;
        this.tracking = tracking;
    }

    /**
     * To be called with the order queued for, whose promises were made before.
     *
     * @param added lines the order did not have before; a parcel that left with all of it does not carry them
     */
    void follow(OrderId orderId, Collection<Integer> added, Knowledge known, Instant now) {
        Set<Integer> ordered =
                orders.pieces(List.of(orderId)).getOrDefault(orderId, Map.of()).keySet();
        if (ordered.isEmpty()) {
            return;
        }
        if (!added.isEmpty()) {
            Set<Integer> before = new TreeSet<>(ordered);
            before.removeAll(added);
            tracking.nameLines(orderId, before);
        }
        List<ShipmentView> parcels = tracking.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of());
        tying.tie(parcels.stream().map(ShipmentView::registered).toList(), now);
        OpenLines.Lines lines = openLines.of(List.of(orderId)).getOrDefault(orderId, OpenLines.Lines.NONE);
        List<PromiseRow> open = promises.lockOfOrders(List.of(orderId));
        boolean waits = open.stream().anyMatch(row -> row.shipmentId() == null);
        List<PromiseRow> over = new ArrayList<>();
        for (PromiseRow row : open) {
            boolean awaited = row.shipmentId() == null
                    ? !lines.open().isEmpty()
                    : isAwaited(row.shipmentId(), orderId, ordered, parcels);
            if (!awaited) {
                over.add(row);
            }
        }
        end(over, known, now);
        if (!waits && lines.hasNew()) {
            later.ofLines(orderId, lines.open().size());
        }
    }

    /** Whether a parcel brings anything that is still ordered. */
    private static boolean isAwaited(
            ShipmentId shipmentId, OrderId orderId, Set<Integer> ordered, List<ShipmentView> parcels) {
        return parcels.stream()
                .filter(parcel -> Objects.equals(parcel.shipmentId(), shipmentId))
                .flatMap(parcel -> parcel.orders().stream())
                .filter(carried -> carried.orderId().equals(orderId))
                .allMatch(carried -> carried.whole() || carried.lines().stream().anyMatch(ordered::contains));
    }

    private void end(List<PromiseRow> over, Knowledge known, Instant now) {
        work.write(
                over.stream()
                        .map(row -> new Reassessed(row, row.ended(PromiseWithdrawing.withdrawn(now)), false))
                        .toList(),
                Source.REVISION,
                known,
                now);
    }
}
