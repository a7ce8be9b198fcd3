package kr.dochak.promise.learning.features;

import java.util.HashMap;
import java.util.Map;

/** What is under way now: a seller's open orders, and parcels on their way into a province, for how long already. */
final class LoadFamily implements Family {

    private static final double LATELY = 6;

    /** How many are under way, the sum of when they began, and how many ended lately. */
    private static final class Queue {
        private int size;
        private double begun;
        private final Decayed ended = new Decayed();

        private void enter(double at) {
            size++;
            begun += at;
        }

        private void leave(double enteredAt) {
            size--;
            begun -= enteredAt;
        }

        private double meanAge(double now) {
            return size == 0 ? 0 : now - begun / size;
        }

        private double overRecent(double now, double least) {
            return size / (least + ended.weight(now, LATELY));
        }
    }

    private static final Queue EMPTY = new Queue();

    private final Map<String, Queue> queues = new HashMap<>();

    @Override
    public void ordered(Journey journey) {
        seller(journey).enter(journey.knownAt());
    }

    @Override
    public void handedOver(Journey journey) {
        seller(journey).leave(journey.knownAt());
        seller(journey).ended.add(1, journey.handedOverAt(), LATELY);
        province(journey).enter(journey.handedOverAt());
    }

    @Override
    public void delivered(Journey journey, double at) {
        dropped(journey);
        if (journey.isHandedOver()) {
            province(journey).ended.add(1, at, LATELY);
        }
    }

    @Override
    public void dropped(Journey journey) {
        (journey.isHandedOver() ? province(journey) : seller(journey)).leave(journey.since());
    }

    @Override
    public void describe(Journey journey, double now, Row row) {
        if (!journey.isHandedOver()) {
            Queue seller = queues.getOrDefault(sellers(journey), EMPTY);
            row.put("load.seller", seller.size);
            row.put("load.seller's age", seller.meanAge(now));
            row.put("load.seller against hand-overs", seller.overRecent(now, .3));
        }
        Queue province = queues.getOrDefault(into(journey), EMPTY);
        row.put("load.province against deliveries", province.overRecent(now, 1));
        row.put("load.province's age", province.meanAge(now));
    }

    private Queue seller(Journey journey) {
        return queues.computeIfAbsent(sellers(journey), unused -> new Queue());
    }

    private Queue province(Journey journey) {
        return queues.computeIfAbsent(into(journey), unused -> new Queue());
    }

    private static String sellers(Journey journey) {
        return "seller " + Groupings.sender(journey);
    }

    private static String into(Journey journey) {
        return "to " + Groupings.to(journey, Groupings.PROVINCE);
    }
}
