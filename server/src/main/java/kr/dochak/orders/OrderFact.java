package kr.dochak.orders;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** What the orders module tells the others. A fact carries a list, since imports come by the hundred; one is usual. */
public sealed interface OrderFact {

    /** Orders were taken in paid, or are paid from now on, and are to be promised (ORD-1). */
    record OrdersConfirmed(List<PlacedOrder> orders) implements OrderFact {}

    /** A paid order came again with other content and is now a new revision (ORD-2). */
    record OrderRevised(
            PlacedOrder order, int revision, @Nullable List<Integer> added) implements OrderFact {

        /** The lines it did not have before; none in facts of older versions. */
        public List<Integer> addedLines() {
            return added == null ? List.of() : added;
        }
    }

    /** An order will not be fulfilled any more. */
    record OrderCancelled(OrderId orderId, MallId tenantId, PersonId personId, Instant at, String reason)
            implements OrderFact {}

    /** The warehouse began to pick, or has packed. */
    record OrderPrepared(OrderId orderId, PreparationStep step, Instant at) implements OrderFact {}

    /**
     * The customer asked for another place, note or day of delivery, or their wish was taken back.
     *
     * @param before what held until then, and {@code who} changed it; both absent in facts of older versions
     */
    record DeliveryRequestChanged(
            OrderId orderId,
            DeliveryRequest request,
            Instant at,
            @Nullable DeliveryRequest before,
            @Nullable String who)
            implements OrderFact {}

    /**
     * An order as the other modules may know it: no personal data, only ids.
     *
     * @param recipientId the vault's record of name, phone and address of the recipient
     * @param originArea where it ships from, a province's short name or a marketplace's own region code
     * @param carrier the carrier expected to take it, when the mall says so
     * @param orderedAt when it was placed: no parcel was scanned for it before; null in facts of older versions
     * @param promised the day or slot the mall itself showed its customer, when it did
     */
    record PlacedOrder(
            OrderId orderId,
            MallId tenantId,
            String orderNo,
            PersonId personId,
            long recipientId,
            Instant confirmedAt,
            String originArea,
            String destinationArea,
            @Nullable CarrierId carrier,
            long totalWon,
            int lines,
            @Nullable MallPromise promised,
            @Nullable Instant orderedAt) {

        /** Of an order of which nobody knows when it was placed. */
        public PlacedOrder(
                OrderId orderId,
                MallId tenantId,
                String orderNo,
                PersonId personId,
                long recipientId,
                Instant confirmedAt,
                String originArea,
                String destinationArea,
                @Nullable CarrierId carrier,
                long totalWon,
                int lines,
                @Nullable MallPromise promised) {
            this(
                    orderId,
                    tenantId,
                    orderNo,
                    personId,
                    recipientId,
                    confirmedAt,
                    originArea,
                    destinationArea,
                    carrier,
                    totalWon,
                    lines,
                    promised,
                    null);
        }
    }

    /** A delivery window the mall itself promised; timed when it is a slot of hours rather than a day. */
    record MallPromise(Instant from, Instant to, boolean timed) {}

    /** How far the warehouse is with an order. */
    enum PreparationStep {
        PICKING,
        PACKED
    }
}
