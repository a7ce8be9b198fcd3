package kr.dochak.tracking;

import java.util.Collection;
import java.util.List;
import kr.dochak.live.LiveParts;
import kr.dochak.shared.OrderId;
import org.springframework.stereotype.Component;

/** Pages that show an order follow every scan of its shipments, also those that change nothing for anybody else. */
@Component
class LiveOrders implements LiveParts {

    private final ShipmentViews shipments;

    LiveOrders(ShipmentViews shipments) {
        this.shipments = shipments;
    }

    /** What the module of orders, which this one does not know, calls the topic of an order. */
    @Override
    public String kind() {
        return "order";
    }

    @Override
    public Collection<String> parts(long id) {
        return shipments.idsOf(List.of(new OrderId(id))).stream()
                .map(ShipmentTopic::of)
                .toList();
    }
}
