package kr.dochak.simulator.history;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.TrackingNumbers;
import kr.dochak.simulator.korea.KoreanTime;
import kr.dochak.simulator.wire.ServerApi;

/** A booth at a fair: its orders come as a file, and somebody sends the parcels by hand. */
final class Booth {

    private static final int ORDERS = 14;
    private static final int WITHOUT_POSTCODE = 9;
    private static final int WITHOUT_QUANTITY = 5;
    /** A day of which the world sends nothing. */
    private static final LocalDate FAIR = LocalDate.of(2020, 1, 2);

    private static final Carrier CARRIER = Carrier.CJ;

    private final Supplier<LocalDateTime> now;
    private final ServerApi api;
    private final String mallKey;

    Booth(Supplier<LocalDateTime> now, ServerApi api, String mallKey) {
        this.now = now;
        this.api = api;
        this.mallKey = mallKey;
    }

    /** Two of its rows are not right. */
    void importOrders() {
        String day = now.get().toLocalDate().toString();
        StringBuilder rows = new StringBuilder("주문번호,주문일시,결제일시,주문자명,주문자 휴대전화,수령인,수령인 휴대전화,우편번호,주소,상세주소,주문상품명,수량,판매가\n");
        for (int row = 1; row <= ORDERS; row++) {
            rows.append(
                    "%s,%s 11:%02d,%s 11:%02d,박람회%d,010-1990-%04d,박람회%d,010-1990-%04d,%s,서울 강남구 테헤란로 %d,%d층,니트 머플러,%s,29000%n"
                            .formatted(
                                    orderNo(row),
                                    day,
                                    row,
                                    day,
                                    row,
                                    row,
                                    row,
                                    row,
                                    row,
                                    row == WITHOUT_POSTCODE ? "0623" : "06236",
                                    100 + row,
                                    row,
                                    row == WITHOUT_QUANTITY ? "두개" : "1"));
        }
        api.postFile("/api/v1/orders/import", mallKey, "팝업스토어 주문.csv", rows.toString());
    }

    void handOver() {
        taken().forEach(row -> api.post(
                "/api/v1/shipments",
                mallKey,
                Map.of(
                        "carrier",
                        CARRIER.id(),
                        "trackingNumber",
                        trackingNumber(row),
                        "orders",
                        List.of(Map.of("orderNo", orderNo(row))))));
        scan("PICKED_UP", "인천");
    }

    void goOut() {
        scan("OUT_FOR_DELIVERY", "강남");
    }

    void arrive() {
        scan("DELIVERED", "강남");
    }

    private void scan(String status, String place) {
        String at = KoreanTime.iso(now.get());
        api.post(
                "/api/v1/scans",
                mallKey,
                taken().map(row -> Map.of(
                                "carrier",
                                CARRIER.id(),
                                "trackingNumber",
                                trackingNumber(row),
                                "occurredAt",
                                at,
                                "status",
                                status,
                                "place",
                                place))
                        .toList());
    }

    private static Stream<Integer> taken() {
        return IntStream.rangeClosed(1, ORDERS)
                .filter(row -> row != WITHOUT_POSTCODE && row != WITHOUT_QUANTITY)
                .boxed();
    }

    private static String orderNo(int row) {
        return "POPUP-%03d".formatted(row);
    }

    private static String trackingNumber(int row) {
        return TrackingNumbers.of(CARRIER, FAIR, row);
    }
}
