package kr.dochak.journeys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.TestKeys;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** A mall, its warehouse and its carrier, speaking to the product by its API in a driven world. */
public final class Trade {

    private static final String CARRIER = "kr.cjlogistics";

    private final RestClient api;
    private final WorldClock clock;
    private final World world;

    public Trade(int port, WorldClock clock, World world) {
        this(port, TestKeys.RAINBOW, clock, world);
    }

    /** As {@link #Trade(int, WorldClock, World)}, of the mall with this key. */
    public Trade(int port, String key, WorldClock clock, World world) {
        this.api = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key)
                .build();
        this.clock = clock;
        this.world = world;
    }

    /** Who orders; everything needed to find and to tell them. */
    public record Buyer(String id, String name, String phone) {}

    /** An order of these items, placed now; answers its id. */
    public OrderId order(String orderNo, Buyer buyer, String... items) {
        return order(orderNo, buyer, null, items);
    }

    /** As {@link #order(String, Buyer, String...)}, where the mall itself named the time until which it comes. */
    public OrderId order(String orderNo, Buyer buyer, @Nullable Instant promised, String... items) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String item : items) {
            lines.add(Map.of(
                    "line",
                    lines.size() + 1,
                    "sku",
                    "SKU-" + item.hashCode(),
                    "name",
                    item,
                    "quantity",
                    1,
                    "unitPrice",
                    20_000));
        }
        long sum = items.length * 20_000L;
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("orderNo", orderNo);
        order.put("orderedAt", clock.instant().toString());
        order.put("paidAt", clock.instant().toString());
        order.put(
                "customer",
                Map.of(
                        "id",
                        buyer.id(),
                        "name",
                        buyer.name(),
                        "phone",
                        buyer.phone(),
                        "email",
                        buyer.id() + "@example.com",
                        "locale",
                        "ko"));
        order.put(
                "recipient",
                Map.of(
                        "name",
                        buyer.name(),
                        "phone",
                        buyer.phone(),
                        "postcode",
                        "06236",
                        "address1",
                        "서울 강남구 테헤란로 152",
                        "address2",
                        "1203호",
                        "request",
                        Map.of("place", "DOOR", "note", "벨 누르지 말아 주세요")));
        order.put("items", lines);
        order.put("amounts", Map.of("items", sum, "shipping", 3_000, "discount", 2_000, "total", sum + 1_000));
        order.put("discounts", List.of(Map.of("reason", "첫 구매 쿠폰", "amount", 2_000)));
        order.put("payment", Map.of("method", "CARD"));
        order.put("shipFrom", Map.of("centre", "ICN1", "area", "인천"));
        order.put("carrier", CARRIER);
        if (promised != null) {
            order.put(
                    "promise",
                    Map.of("to", promised.toString(), "from", clock.instant().toString(), "timed", false));
        }
        Map<?, ?> answer = post("/api/v1/orders", order);
        return new OrderId(((Number) answer.get("orderId")).longValue());
    }

    /** Hands these lines of an order to the carrier; none means all. */
    public void ship(String trackingNumber, String orderNo, Integer... lines) {
        Map<String, Object> carried = new LinkedHashMap<>();
        carried.put("orderNo", orderNo);
        if (lines.length > 0) {
            carried.put("lines", List.of(lines));
        }
        post(
                "/api/v1/shipments",
                Map.of(
                        "carrier",
                        CARRIER,
                        "trackingNumber",
                        trackingNumber,
                        "orders",
                        List.of(carried),
                        "originArea",
                        "인천",
                        "destinationArea",
                        "서울",
                        "registeredAt",
                        clock.instant().toString()));
    }

    /** The carrier scans a parcel now; {@code reason} may be empty. */
    public void scan(String trackingNumber, String status, String reason, String place) {
        scan(trackingNumber, status, reason, place, clock.instant());
    }

    /** A scan that is received later than it was made. */
    public void scan(String trackingNumber, String status, String reason, String place, Instant at) {
        Map<String, Object> scan = new LinkedHashMap<>();
        scan.put("carrier", CARRIER);
        scan.put("trackingNumber", trackingNumber);
        scan.put("occurredAt", at.toString());
        scan.put("status", status);
        scan.put("reason", reason.isEmpty() ? null : reason);
        scan.put("place", place);
        scan.put("text", status);
        post("/api/v1/scans", scan);
    }

    /** The mall cancels an order. */
    public void cancel(String orderNo, String reason) {
        api.post()
                .uri("/api/v1/orders/{no}/cancellation", orderNo)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", reason))
                .retrieve()
                .toBodilessEntity();
    }

    private Map<?, ?> post(String path, Object body) {
        Map<?, ?> answer = api.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(Map.class);
        return java.util.Objects.requireNonNull(answer);
    }

    /** Lets everything happen that is due by then. */
    public void until(Instant moment) {
        clock.advanceTo(moment);
        settle();
    }

    /** Lets everything happen that is due now, and all that follows from it. */
    public void settle() {
        world.settle();
    }
}
