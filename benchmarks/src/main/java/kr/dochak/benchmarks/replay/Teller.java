package kr.dochak.benchmarks.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.dochak.benchmarks.replay.Happening.Kind;
import kr.dochak.benchmarks.server.ServerApi;
import tools.jackson.databind.JsonNode;

/** Tells the server what happened, through its public interfaces only. */
final class Teller {

    private static final int MOST_ORDERS = 500;
    private static final int MOST_SHIPMENTS = 1_000;
    private static final int MOST_SCANS = 1_000;

    private final ServerApi api;
    private final String mallKey;
    private final String carrierKey;
    private final String carrier;

    Teller(ServerApi api, String mallKey, String carrierKey, String carrier) {
        this.api = api;
        this.mallKey = mallKey;
        this.carrierKey = carrierKey;
        this.carrier = carrier;
    }

    /** Orders, then shipments, then scans, then cancellations; comes back when all of it is acknowledged. */
    Tally tell(List<Happening> happenings) throws InterruptedException {
        Telling telling = new Telling();
        List<Wire.Order> orders = new ArrayList<>();
        List<Wire.Shipment> shipments = new ArrayList<>();
        List<Wire.Scan> scans = new ArrayList<>();
        for (Happening each : happenings) {
            switch (each.kind()) {
                case ORDERED -> orders.add(Wire.order(each.order(), carrier));
                case HANDED_OVER -> shipments.add(Wire.shipment(each.order(), carrier));
                case PICKED_UP, DELIVERED -> scans.add(Wire.scan(each.order(), carrier, each.at(), each.kind()));
                case CANCELLED -> {}
            }
        }
        telling.orders(orders);
        telling.shipments(shipments);
        telling.scans(scans);
        telling.cancellations(happenings);
        return telling.tally();
    }

    private final class Telling {

        private final Map<String, Long> outcomes = new TreeMap<>();
        private final List<String> refused = new ArrayList<>();
        private long orders;
        private long shipments;
        private long scans;
        private long cancellations;

        void orders(List<Wire.Order> all) throws InterruptedException {
            for (List<Wire.Order> part : parts(all, MOST_ORDERS)) {
                JsonNode answer = api.post("/api/v1/orders/batch", mallKey, Map.of("orders", part));
                orders += taken("order", answer);
            }
        }

        void shipments(List<Wire.Shipment> all) throws InterruptedException {
            for (List<Wire.Shipment> part : parts(all, MOST_SHIPMENTS)) {
                JsonNode answer = api.post("/api/v1/shipments/batch", mallKey, Map.of("shipments", part));
                shipments += taken("shipment", answer);
            }
        }

        private long taken(String what, JsonNode answer) {
            long taken = 0;
            for (JsonNode result : answer.path("results")) {
                String outcome = result.path("outcome").asString();
                count(what + " " + outcome, 1);
                if (outcome.equals("rejected")) {
                    refused.add(what + " " + result);
                } else {
                    taken++;
                }
            }
            return taken;
        }

        void scans(List<Wire.Scan> all) throws InterruptedException {
            for (List<Wire.Scan> part : parts(all, MOST_SCANS)) {
                JsonNode answer = api.post("/api/v1/scans", carrierKey, part);
                count("scan accepted", answer.path("accepted").asLong());
                count("scan duplicate", answer.path("duplicates").asLong());
                count("scan parked", answer.path("parked").asLong());
                for (JsonNode no : answer.path("rejected")) {
                    count("scan rejected", 1);
                    refused.add("scan " + no);
                }
                scans += part.size() - answer.path("rejected").size();
            }
        }

        void cancellations(List<Happening> happenings) throws InterruptedException {
            for (Happening each : happenings) {
                if (each.kind() == Kind.CANCELLED) {
                    String path = "/api/v1/orders/" + each.order().orderNo() + "/cancellation";
                    api.post(path, mallKey, Map.of("reason", "canceled"));
                    cancellations++;
                    count("cancellation taken", 1);
                }
            }
        }

        private void count(String outcome, long times) {
            if (times > 0) {
                outcomes.merge(outcome, times, Long::sum);
            }
        }

        Tally tally() {
            return new Tally(1, orders, shipments, scans, cancellations, outcomes, refused);
        }
    }

    static <T> List<List<T>> parts(List<T> all, int most) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            parts.add(all.subList(from, Math.min(all.size(), from + most)));
        }
        return parts;
    }
}
