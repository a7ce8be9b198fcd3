package kr.dochak.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kr.dochak.fulfillment.HandoverRequest.OrderPart;
import kr.dochak.fulfillment.HandoverRules.Checked;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mall may say of a parcel, and the one form its number has whoever typed it. */
class HandoverRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Map<String, OrderId> ORDERS = Map.of("A-1", new OrderId(11), "A-2", new OrderId(12));

    private static Checked check(String carrier, String number, List<OrderPart> orders, Instant at) {
        OffsetDateTime registeredAt = at == null ? null : at.atOffset(ZoneOffset.UTC);
        return HandoverRules.check(
                new MallId(1), new HandoverRequest(carrier, number, orders, registeredAt), ORDERS, NOW);
    }

    private static List<String> wrong(Checked checked) {
        return ((Checked.Bad) checked).errors().stream().map(FieldError::field).toList();
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
        assertThat(check("kr.hanjin", typed, List.of(new OrderPart("A-1", null)), null))
                .isInstanceOfSatisfying(
                        Checked.Good.class,
                        good -> assertThat(good.shipment().trackingNumber()).isEqualTo("600012345678"));
    }

    @Test
    void every_field_that_cannot_be_used_is_named() {
        List<OrderPart> fine = List.of(new OrderPart("A-1", null));
        assertThat(wrong(check(null, "1", List.of(), Instant.EPOCH)))
                .containsExactly("carrier", "trackingNumber", "orders", "registeredAt");
        assertThat(wrong(check("Hanjin!", "600012345678", fine, null))).containsExactly("carrier");
        assertThat(wrong(check("kr.hanjin", "6000_1234_5678", fine, null))).containsExactly("trackingNumber");
        assertThat(wrong(check("kr.hanjin", "600012345678", List.of(new OrderPart("B-9", null)), null)))
                .containsExactly("orders.orderNo");
        assertThat(wrong(check("kr.hanjin", "600012345678", Arrays.asList((OrderPart) null), null)))
                .containsExactly("orders.orderNo");
        assertThat(wrong(check("kr.hanjin", "600012345678", List.of(new OrderPart("A-1", List.of(0))), null)))
                .containsExactly("orders.lines");
        assertThat(HandoverRules.check(new MallId(1), null, ORDERS, NOW)).isInstanceOf(Checked.Bad.class);
    }

    @Test
    void a_clock_that_is_fast_counts_as_now() {
        assertThat(check("kr.hanjin", "600012345678", List.of(new OrderPart("A-2", List.of(3))), NOW.plusSeconds(60)))
                .isEqualTo(new Checked.Good(new RegisterShipment(
                        new MallId(1),
                        "kr.hanjin",
                        "600012345678",
                        List.of(new CarriedOrder(new OrderId(12), List.of(3))),
                        NOW)));
    }
}
