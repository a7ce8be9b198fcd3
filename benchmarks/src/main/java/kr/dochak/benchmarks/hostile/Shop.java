package kr.dochak.benchmarks.hostile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import kr.dochak.benchmarks.server.ServerApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders with their parcels under way, the tracking links that their customers have, and what their carrier scans. */
final class Shop {

    /** Of the server that is measured, and of nothing else. */
    static final String VAULT_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final byte[] SECRET = secret();

    private static final int TOGETHER = 250;
    private static final List<String> HUBS = List.of("옥천HUB", "곤지암HUB", "대전HUB", "용인HUB");

    private final JsonMapper json = JsonMapper.builder().build();
    private final List<Long> orders = new ArrayList<>();
    private final AtomicLong scanned = new AtomicLong();

    /** Has so many orders taken in and handed over. */
    static Shop of(ServerApi api, String mallKey, int parcels) throws InterruptedException {
        Shop shop = new Shop();
        String orderedAt = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minusSeconds(7_200)
                .toString();
        for (int first = 0; first < parcels; first += TOGETHER) {
            List<Integer> numbers = IntStream.range(first, Math.min(parcels, first + TOGETHER))
                    .boxed()
                    .toList();
            JsonNode taken = api.post(
                    "/api/v1/orders/batch",
                    mallKey,
                    shop.json.readTree("{\"orders\":["
                            + numbers.stream().map(n -> order(n, orderedAt)).collect(Collectors.joining(",")) + "]}"));
            taken.path("results")
                    .forEach(each -> shop.orders.add(each.path("orderId").asLong()));
            api.post(
                    "/api/v1/shipments/batch",
                    mallKey,
                    shop.json.readTree("{\"shipments\":["
                            + numbers.stream()
                                    .map(n ->
                                            "{\"carrier\":\"kr.cjlogistics\",\"trackingNumber\":\"%s\",\"orders\":[{\"orderNo\":\"H-%d\"}]}"
                                                    .formatted(number(n), n))
                                    .collect(Collectors.joining(","))
                            + "]}"));
        }
        return shop;
    }

    private static String order(int n, String orderedAt) {
        return """
                {"orderNo":"H-%d","orderedAt":"%s","customer":{"id":"h-%d","name":"김지민","phone":"010-%04d-%04d"},
                 "recipient":{"name":"김지민","postcode":"06236","address1":"서울 강남구 테헤란로 152"},
                 "items":[{"line":1,"name":"무선 전기포트 1.7L","quantity":1,"unitPrice":39000}],
                 "amounts":{"items":39000,"shipping":3000,"discount":2000,"total":40000}}
                """.formatted(n, orderedAt, n, 1_000 + n / 9_000, 1_000 + n % 9_000);
    }

    private static String number(int parcel) {
        return "64" + (1_000_000_000L + parcel);
    }

    int parcels() {
        return orders.size();
    }

    long order(int parcel) {
        return orders.get(Math.floorMod(parcel, orders.size()));
    }

    /** The next scan that the carrier has. */
    String scan() {
        long n = scanned.getAndIncrement();
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3_600 - n / orders.size() % 3_500);
        return "{\"carrier\":\"kr.cjlogistics\",\"trackingNumber\":\"" + number((int) (n % orders.size()))
                + "\",\"occurredAt\":\"" + at + "\",\"status\":\"IN_TRANSIT\",\"place\":\""
                + HUBS.get((int) (n / 7 % HUBS.size())) + "\",\"text\":\"간선하차\"}";
    }

    private static byte[] secret() {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(Base64.getDecoder().decode(VAULT_KEY))
                            .addSalt(new byte[32])
                            .thenExpand("dochak/links".getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands in the link of a parcel's customer: key number, expiry in minutes, order id, half of an HMAC. */
    String token(int parcel) {
        byte[] id = ByteBuffer.allocate(Long.BYTES).putLong(order(parcel)).array();
        int leading = Math.min(Long.numberOfLeadingZeros(order(parcel)) / 8, Long.BYTES - 1);
        byte[] claim = ByteBuffer.allocate(1 + Integer.BYTES + Long.BYTES - leading)
                .put((byte) 1)
                .putInt((int) (Instant.now().getEpochSecond() / 60 + 1_440))
                .put(id, leading, Long.BYTES - leading)
                .array();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
            byte[] signed = Arrays.copyOf(claim, claim.length + 16);
            System.arraycopy(mac.doFinal(claim), 0, signed, claim.length, 16);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
