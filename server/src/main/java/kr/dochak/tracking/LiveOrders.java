package kr.dochak.tracking;

import java.util.Collection;
import java.util.List;
import kr.dochak.shared.LiveParts;
import kr.dochak.shared.LiveTopics;
import org.springframework.stereotype.Component;

/** Pages that show an order hear of every scan of its shipments, also of those that are news to nobody else. */
@Component
class LiveOrders implements LiveParts {

    private final ShipmentRepository shipments;

    LiveOrders(ShipmentRepository shipments) {
        this.shipments = shipments;
    }

    @Override
    public String kind() {
        return "order";
    }

    @Override
    public Collection<String> parts(long orderId) {
        return shipments.idsOf(List.of(orderId)).stream()
                .map(LiveTopics::shipment)
                .toList();
    }
}
