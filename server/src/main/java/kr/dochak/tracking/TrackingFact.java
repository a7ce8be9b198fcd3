package kr.dochak.tracking;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * What the tracking module announces as single facts. Moves are too many for that: see {@link Move} and
 * {@link Tracking#moves}.
 */
public sealed interface TrackingFact {

    /** Shipments are known from now on, with the orders they carry (ORD-3). */
    record ShipmentsRegistered(List<RegisteredShipment> shipments) implements TrackingFact {}

    /**
     * One registered shipment; {@code registeredAt} is when it was made known to its carrier (운송장 등록), before the pick-up.
     */
    record RegisteredShipment(
            ShipmentId shipmentId,
            MallId tenantId,
            CarrierId carrier,
            TrackingNumber trackingNumber,
            List<CarriedOrder> orders,
            Instant registeredAt) {}

    /**
     * Staff found that a delivery was none ({@code isFalse}), or took that back (TRK-8): the parcel stands elsewhere now.
     */
    record DeliveryCorrected(RegisteredShipment shipment, boolean isFalse, Instant at) implements TrackingFact {}

    /**
     * What a shipment carries of one order.
     *
     * @param lines the lines it carries; none means all of the order
     * @param pieces how many pieces of each of these lines; none means all of each, as in facts of older versions
     */
    record CarriedOrder(
            OrderId orderId, List<Integer> lines, @Nullable List<Integer> pieces) {

        /** All pieces of these lines. */
        public CarriedOrder(OrderId orderId, List<Integer> lines) {
            this(orderId, lines, null);
        }

        /** Whether it is the order as it stands, whatever its lines are. */
        public boolean whole() {
            return lines.isEmpty();
        }

        /** How many pieces of a line, of which there are so many; 0 for a line it does not name. */
        public int piecesOf(int line, int ordered) {
            int at = lines.indexOf(line);
            if (at < 0) {
                return 0;
            }
            return pieces == null || pieces.size() <= at ? ordered : Math.min(ordered, pieces.get(at));
        }
    }
}
