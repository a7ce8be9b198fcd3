package kr.dochak.tracking.corrections;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.TrackingNumber;

/**
 * Two parcels whose numbers turned out to be one, written differently: one kept the number, the other gets no scans any more.
 *
 * @param writtenAs how the number of the other was written
 * @param retiredOrders the orders of the one that let go of the number: somebody has to look after them
 */
public record NumberCollision(
        long id,
        CarrierId carrier,
        TrackingNumber number,
        ShipmentId kept,
        ShipmentId retired,
        String writtenAs,
        Instant foundAt,
        List<OrderId> keptOrders,
        List<OrderId> retiredOrders) {}
