package kr.dochak.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import kr.dochak.shared.Seoul;
import kr.dochak.simulation.Plan.Act;

/**
 * Orders to which everything happens in any order: created unpaid or not, paid, changed, split, handed over, scanned, cancelled,
 * delivered, returned, with numbers of their own, of cancelled parcels and of each other's. Whatever the product refuses of it,
 * promise, money and words must agree afterwards.
 */
final class AnyOrder {

    private static final List<String> STATUSES = List.of(
            "INFO_RECEIVED",
            "PICKED_UP",
            "PICKED_UP",
            "IN_TRANSIT",
            "IN_TRANSIT",
            "OUT_FOR_DELIVERY",
            "ATTEMPT_FAIL",
            "DELIVERED",
            "DELIVERED",
            "DELIVERED",
            "RETURNING",
            "RETURNED",
            "CANCELLED",
            "EXCEPTION");
    private static final String CARRIER = "kr.cjlogistics";

    private final Random random;
    private final String name;
    private final List<Act> acts;
    private final List<String> numbers = new ArrayList<>();
    private final List<String> orderNos = new ArrayList<>();

    AnyOrder(Random random, String name, List<Act> acts) {
        this.random = random;
        this.name = name;
        this.acts = acts;
    }

    /** An order of its own customer, placed then. */
    void place(Instant at) {
        String no = name + "-any-" + orderNos.size();
        orderNos.add(no);
        Map<Integer, Integer> lines = lines();
        acts.add(new Act.Order(at, order(no, at, lines, random.nextInt(3) == 0 ? "UNPAID" : "PAID")));
        int steps = 4 + random.nextInt(10);
        for (int i = 0; i < steps; i++) {
            step(
                    no,
                    at,
                    at.plusSeconds(60 + random.nextInt((int) Duration.ofDays(6).toSeconds())),
                    lines);
        }
    }

    private void step(String no, Instant ordered, Instant at, Map<Integer, Integer> lines) {
        switch (random.nextInt(12)) {
            case 0 -> acts.add(new Act.Pay(at, no));
            case 1 -> acts.add(new Act.Cancel(at, no));
            case 2 -> acts.add(new Act.Order(at, order(no, ordered, lines(), status())));
            case 3 -> acts.add(new Act.Order(at, order(no, ordered, lines, status())));
            case 4, 5, 6 -> handOver(no, at);
            default -> scan(at);
        }
    }

    private String status() {
        return switch (random.nextInt(8)) {
            case 0 -> "UNPAID";
            case 1 -> "CANCELLED";
            default -> "PAID";
        };
    }

    /** Which lines, and how many pieces of each; line 2 may be missing while 1 and 3 are there. */
    private Map<Integer, Integer> lines() {
        Map<Integer, Integer> lines = new TreeMap<>();
        for (int line = 1; line <= 3; line++) {
            if (line == 1 && random.nextInt(6) > 0 || random.nextBoolean()) {
                lines.put(line, 1 + random.nextInt(3));
            }
        }
        return lines.isEmpty() ? Map.of(1, 1) : lines;
    }

    private void handOver(String no, Instant at) {
        boolean known = !numbers.isEmpty() && random.nextInt(4) == 0;
        String number = known ? numbers.get(random.nextInt(numbers.size())) : fresh();
        List<Map<String, Object>> parts = new ArrayList<>(List.of(part(no)));
        if (random.nextInt(5) == 0) {
            parts.add(part(orderNos.get(random.nextInt(orderNos.size()))));
        }
        acts.add(new Act.Shipment(at, Map.of("carrier", CARRIER, "trackingNumber", number, "orders", parts)));
    }

    private String fresh() {
        String number = Plan.number(name, 8_000_000 + numbers.size());
        numbers.add(number);
        return number;
    }

    private Map<String, Object> part(String no) {
        return switch (random.nextInt(4)) {
            case 0 -> Map.of("orderNo", no, "lines", List.of(1 + random.nextInt(3)));
            case 1 ->
                Map.of(
                        "orderNo",
                        no,
                        "items",
                        List.of(Map.of("line", 1 + random.nextInt(3), "quantity", 1 + random.nextInt(3))));
            default -> Map.of("orderNo", no);
        };
    }

    private void scan(Instant at) {
        String number = numbers.isEmpty() ? fresh() : numbers.get(random.nextInt(numbers.size()));
        String status = STATUSES.get(random.nextInt(STATUSES.size()));
        Map<String, Object> scan = new LinkedHashMap<>();
        scan.put("carrier", CARRIER);
        scan.put("trackingNumber", number);
        scan.put("occurredAt", Seoul.at(at).toOffsetDateTime().toString());
        scan.put("status", status);
        scan.put("reason", status.equals("EXCEPTION") ? "LOST" : "");
        scan.put("place", "강남SUB");
        acts.add(new Act.Scan(at.plusSeconds(1 + random.nextInt(7_200)), scan));
    }

    private static Map<String, Object> order(String no, Instant at, Map<Integer, Integer> lines, String status) {
        List<Map<String, Object>> items = new ArrayList<>();
        lines.forEach((line, quantity) -> items.add(
                Map.of("line", line, "sku", "S" + line, "name", "컵", "quantity", quantity, "unitPrice", 9_000)));
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("orderNo", no);
        order.put("orderedAt", Seoul.at(at).toOffsetDateTime().toString());
        order.put("customer", Map.of("id", "C" + no, "name", "박바다", "phone", "01087654321"));
        order.put("recipient", Map.of("name", "박바다", "phone", "01087654321", "address1", "서울 길 1", "area", "서울"));
        order.put("items", items);
        order.put("shipFrom", Map.of("centre", "인천센터", "area", "인천"));
        order.put("carrier", CARRIER);
        order.put("status", status);
        return order;
    }
}
