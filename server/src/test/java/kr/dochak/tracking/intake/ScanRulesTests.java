package kr.dochak.tracking.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.intake.ScanRules.Checked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TRK-2: one thing of a good scan is changed; the first that is wrong is named by field and code. */
class ScanRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Map<String, String> GOOD = Map.of(
            "carrier", "kr.cjlogistics",
            "trackingNumber", "1234567890",
            "occurredAt", "2026-11-23T08:59:00+09:00",
            "status", "IN_TRANSIT",
            "place", "옥천HUB",
            "text", "간선상차",
            "eventId", "e-1");

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            carrier        | null             | carrier unknown
            carrier        | CJ               | carrier unknown
            carrier        | x                | carrier unknown
            carrier        | kr..hanjin-2     | carrier unknown
            carrier        | kr.nosuch        | carrier unknown
            carrier        | kr.kdexp         | -
            carrier        | *41              | carrier unknown
            trackingNumber | null             | trackingNumber shape
            trackingNumber | 1234             | trackingNumber shape
            trackingNumber | 12345            | -
            trackingNumber | 1234-5678 90     | -
            trackingNumber | １２３４５６     | -
            trackingNumber | 12345<b>         | trackingNumber shape
            trackingNumber | *41              | trackingNumber shape
            status         | null             | status unknown
            status         | in_transit       | status unknown
            status         | GONE             | status unknown
            reason         | null             | -
            reason         | ' '              | -
            reason         | LOST             | -
            reason         | STOLEN           | reason unknown
            occurredAt     | null             | occurredAt missing
            occurredAt     | 2026-11-23T09:10:00+09:00 | -
            occurredAt     | 2026-11-23T09:10:01+09:00 | occurredAt future
            occurredAt     | 2025-10-19T09:00:00+09:00 | -
            occurredAt     | 2025-10-19T08:59:59+09:00 | occurredAt too-old
            place          | null             | -
            place          | *100             | -
            place          | *101             | place too-long
            text           | *500             | -
            text           | *501             | text too-long
            eventId        | *200             | -
            eventId        | *201             | eventId too-long
            """)
    void TRK_2_each_field_has_its_rule(String field, @Nullable String value, String wrong) {
        assertThat(wrongOf(with(field, value))).isEqualTo(wrong.equals("-") ? "" : wrong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "600012345678",
                " 6000-1234-5678 ",
                "6000\u20101234\u20115678",
                "6000\u20121234\u20135678",
                "6000\u20141234\u20155678",
                "6000\uFE581234\uFE635678",
                "6000\uFF0D1234\uFF0D5678",
                "６０００１２３４５６７８",
                "6000\u22121234\u22125678",
                "6000\u00A01234\u30005678",
                "6000\t1234\n5678",
                "\uFEFF6000\u200B1234\u20605678\u200E",
                "6000\u00AD1234\u200D5678"
            })
    void a_number_has_one_form_however_it_was_typed(String typed) {
        assertThat(ScanRules.check(request(with("trackingNumber", typed)), new Reporter(0, null), NOW))
                .isInstanceOfSatisfying(
                        Checked.Good.class,
                        good -> assertThat(good.scan().trackingNumber().value()).isEqualTo("600012345678"));
    }

    @Test
    void TRK_2_a_scan_is_kept_as_carriers_mean_it() {
        Map<String, @Nullable String> fields = with("trackingNumber", " １２３４-５６７ ");
        fields.put("place", " 옥천\0HUB ");
        fields.put("eventId", " ");
        fields.put("occurredAt", "2026-11-23T08:59:00.987+09:00");
        Scan scan = ((Checked.Good) ScanRules.check(request(fields), new Reporter(7, null), NOW)).scan();
        assertThat(scan.trackingNumber().value()).isEqualTo("1234567");
        assertThat(scan.place()).isEqualTo("옥천 HUB");
        assertThat(scan.eventId()).isNull();
        assertThat(scan.occurredAt()).isEqualTo("2026-11-22T23:59:00Z");
        assertThat(scan.callerTenant()).isEqualTo(7);
        assertThat(ScanRules.check(null, new Reporter(7, null), NOW)).isInstanceOf(Checked.Bad.class);
    }

    @Test
    void M10_a_pushed_scan_loses_its_persons_at_the_door() {
        Map<String, @Nullable String> fields = with("place", "강남 홍길동 기사 010-3333-4444");
        fields.put("text", "배송담당: 홍길동 010 3333 4444");
        fields.put("eventId", "010-3333-4444/7");
        Scan scan = ((Checked.Good) ScanRules.check(request(fields), new Reporter(7, null), NOW)).scan();
        assertThat(scan.place()).isEqualTo("강남 *** 기사 ***");
        assertThat(scan.text()).isEqualTo("배송담당: *** ***");
        assertThat(scan.eventId()).doesNotContain("3333", "4444");
    }

    /** {@code *41} stands for a text of that length. */
    private static Map<String, @Nullable String> with(String field, @Nullable String value) {
        Map<String, @Nullable String> fields = new HashMap<>(GOOD);
        fields.put(
                field,
                value != null && value.startsWith("*") ? "a".repeat(Integer.parseInt(value.substring(1))) : value);
        return fields;
    }

    private static ScanRequest request(Map<String, @Nullable String> fields) {
        String at = fields.get("occurredAt");
        return new ScanRequest(
                fields.get("carrier"),
                fields.get("trackingNumber"),
                at == null ? null : OffsetDateTime.parse(at),
                fields.get("status"),
                fields.get("reason"),
                fields.get("place"),
                fields.get("text"),
                fields.get("eventId"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,              ''
            kr.cjlogistics, ''
            kr.lotte,       carrier not-yours
            kr.cj,          carrier not-yours
            """)
    void L6_a_carriers_key_speaks_of_its_own_parcels_only(@Nullable String carrier, String wrong) {
        Reporter reporter = new Reporter(0, carrier == null ? null : new CarrierId(carrier));
        assertThat(wrongOf(with("carrier", "kr.cjlogistics"), reporter)).isEqualTo(wrong);
    }

    private static String wrongOf(Map<String, @Nullable String> fields) {
        return wrongOf(fields, new Reporter(0, null));
    }

    private static String wrongOf(Map<String, @Nullable String> fields, Reporter reporter) {
        return switch (ScanRules.check(request(fields), reporter, NOW)) {
            case Checked.Good good -> "";
            case Checked.Bad bad -> bad.field() + " " + bad.code();
        };
    }
}
