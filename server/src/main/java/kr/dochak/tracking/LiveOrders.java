package kr.dochak.tracking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.shared.LiveTopics;
import org.springframework.stereotype.Component;

/**
 * Pages that show an order hear of every scan of its shipments, also of those that are news to nobody else. Which shipments
 * those are is asked again whenever the order itself is touched: one may have been made known since.
 */
@Component
class LiveOrders {

    private final LiveTopics topics;
    private final ShipmentViews shipments;

    LiveOrders(LiveTopics topics, ShipmentViews shipments) {
        this.topics = topics;
        this.shipments = shipments;
    }

    Runnable listen(long orderId, Runnable changed) {
        Listener listener = new Listener(orderId, changed);
        try {
            listener.hearShipments();
        } catch (RuntimeException e) {
            listener.stop();
            throw e;
        }
        return listener::stop;
    }

    private final class Listener {

        private final long orderId;
        private final Runnable changed;
        private final Runnable order;
        private final Map<Long, Runnable> heard = new HashMap<>();
        private boolean stopped;

        Listener(long orderId, Runnable changed) {
            this.orderId = orderId;
            this.changed = changed;
            this.order = topics.listen(LiveTopics.order(orderId), unused -> touched());
        }

        private void touched() {
            changed.run();
            Thread.startVirtualThread(this::hearShipments); // who touches an order does not wait for its readers
        }

        private void hearShipments() {
            List<Long> ids = shipments.idsOf(List.of(orderId));
            synchronized (heard) {
                if (!stopped) {
                    ids.forEach(id -> heard.computeIfAbsent(
                            id, shipment -> topics.listen(LiveTopics.shipment(shipment), unused -> changed.run())));
                }
            }
        }

        private void stop() {
            order.run();
            synchronized (heard) {
                stopped = true;
                heard.values().forEach(Runnable::run);
                heard.clear();
            }
        }
    }
}
