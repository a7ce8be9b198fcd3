package kr.dochak.benchmarks.rolling;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dochak.benchmarks.server.ServerApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Some orders with a parcel each, and scans of them of which no two are the same. */
final class Parcels {

    private static final int ALL = 100;

    private final List<Long> orders = new ArrayList<>();
    private final Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(7_200);
    private final AtomicLong scanned = new AtomicLong();

    static Parcels of(ServerApi api) throws InterruptedException {
        Parcels parcels = new Parcels();
        JsonMapper json = JsonMapper.builder().build();
        String orders = IntStream.range(0, ALL)
                .mapToObj(n -> """
                {"orderNo":"P-%d","orderedAt":"%s","customer":{"id":"p-%d","name":"김지민","phone":"010-3000-%04d"},
                 "recipient":{"name":"김지민","postcode":"06236","address1":"서울 강남구 테헤란로 152"},
                 "items":[{"line":1,"name":"무선 전기포트 1.7L","quantity":1,"unitPrice":39000}],
                 "amounts":{"items":39000,"shipping":3000,"discount":2000,"total":40000}}
                """.formatted(n, parcels.begun, n, n))
                .collect(Collectors.joining(",", "{\"orders\":[", "]}"));
        JsonNode taken = api.post("/api/v1/orders/batch", Pair.MALL, json.readTree(orders));
        taken.path("results")
                .forEach(each -> parcels.orders.add(each.path("orderId").asLong()));
        String shipments = IntStream.range(0, ALL)
                .mapToObj(n -> """
                {"carrier":"kr.cjlogistics","trackingNumber":"%s","orders":[{"orderNo":"P-%d"}]}
                """.formatted(number(n), n))
                .collect(Collectors.joining(",", "{\"shipments\":[", "]}"));
        api.post("/api/v1/shipments/batch", Pair.MALL, json.readTree(shipments));
        return parcels;
    }

    private static String number(int parcel) {
        return "65" + (1_000_000_000L + parcel);
    }

    /** The topic of an order's page. */
    String topic(int parcel) {
        return "order:" + orders.get(parcel);
    }

    /** The next scan, one of each parcel in turn. */
    String scan() {
        long n = scanned.getAndIncrement();
        return scan((int) (n % ALL), n / ALL);
    }

    /** A scan of this parcel, so many seconds after the first. */
    String scan(int parcel, long second) {
        return """
                {"carrier":"kr.cjlogistics","trackingNumber":"%s","occurredAt":"%s","status":"IN_TRANSIT","place":"옥천HUB","text":"간선하차"}
                """.formatted(number(parcel), begun.plusSeconds(60 + second));
    }
}
