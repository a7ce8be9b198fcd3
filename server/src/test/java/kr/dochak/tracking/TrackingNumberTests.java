package kr.dochak.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A20: a number has one form, whoever typed it and wherever it was stored. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrackingNumberTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EG123456785KR",
                "eg123456785kr",
                "Eg 1234-5678 5 kR",
                "ＥＧ１２３４５６７８５ＫＲ",
                "\u202aEG123456785KR\u202c",
                "EG1234\u00ad56785KR",
                "\uFEFFeg123456785kr\r\n",
                "EG123456785KR\u0000"
            })
    void A20_a_number_has_one_form_whatever_was_typed_between(String typed) {
        assertThat(TrackingNumber.of(typed).value()).isEqualTo("EG123456785KR");
    }

    @Test
    void A20_upper_case_does_not_depend_on_where_the_server_stands() {
        java.util.Locale before = java.util.Locale.getDefault();
        java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr"));
        try {
            assertThat(TrackingNumber.of("ei123456785it").value()).isEqualTo("EI123456785IT");
            assertThat(new CarrierId("KR.ILYANGLOGIS").value()).isEqualTo("kr.ilyanglogis");
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    @Test
    void A20_what_no_carrier_prints_is_no_number() {
        assertThat(TrackingNumber.of(null).isPossible()).isFalse();
        assertThat(TrackingNumber.of("1234").isPossible()).isFalse();
        assertThat(TrackingNumber.of("6000_1234_5678").isPossible()).isFalse();
        assertThat(TrackingNumber.of("송장번호123456").isPossible()).isFalse();
        assertThat(TrackingNumber.of("6".repeat(41)).isPossible()).isFalse();
    }

    @Test
    void A20_a_fact_stored_by_an_earlier_version_is_read_in_the_one_form() {
        RegisteredShipment read = JSON.readValue("""
                {"shipmentId":7,"tenantId":1,"carrier":"kr.epost","trackingNumber":"eg123456785kr",
                 "orders":[{"orderId":11,"lines":[]}],"registeredAt":"2026-11-23T00:00:00Z"}""", RegisteredShipment.class);
        assertThat(read)
                .isEqualTo(new RegisteredShipment(
                        new ShipmentId(7),
                        new MallId(1),
                        new CarrierId("kr.epost"),
                        new TrackingNumber("EG123456785KR"),
                        List.of(new CarriedOrder(new OrderId(11), List.of())),
                        Instant.parse("2026-11-23T00:00:00Z")));
        assertThat(JSON.writeValueAsString(read))
                .contains("\"carrier\":\"kr.epost\"", "\"trackingNumber\":\"EG123456785KR\"");
    }
}
