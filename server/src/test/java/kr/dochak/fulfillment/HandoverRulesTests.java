package kr.dochak.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kr.dochak.fulfillment.HandoverRequest.OrderPart;
import kr.dochak.fulfillment.HandoverRequest.Pieces;
import kr.dochak.fulfillment.HandoverRules.Checked;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.orders.OrderStatus;
import kr.dochak.orders.OrderSummary;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mall may say of a parcel, and the one form its number has whoever typed it. */
class HandoverRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final OrderId ONE = new OrderId(11);
    private static final OrderId TWO = new OrderId(12);
    private static final Map<Integer, Integer> LINES = Map.of(1, 5, 2, 1, 3, 1);
    private static final NamedOrders ORDERS = known(OrderStatus.PAID);

    private static NamedOrders known(OrderStatus status, ShipmentView... parcels) {
        return new NamedOrders(
                Map.of("A-1", ONE, "A-2", TWO),
                Map.of(ONE, order("A-1", ONE, OrderStatus.PAID), TWO, order("A-2", TWO, status)),
                Map.of(ONE, LINES, TWO, LINES),
                Map.of(TWO, List.of(parcels)));
    }

    private static OrderSummary order(String orderNo, OrderId id, OrderStatus status) {
        return new OrderSummary(
                id,
                new MallId(1),
                orderNo,
                new PersonId(1),
                1,
                "포트",
                20_000,
                3,
                NOW,
                NOW,
                "인천",
                "서울",
                null,
                new DeliveryRequest(DeliveryRequest.Place.DOOR, "", null),
                null,
                null,
                status == OrderStatus.CANCELLED ? NOW : null,
                1,
                status);
    }

    private static ShipmentView parcel(String number, ShipmentStatus status, CarriedOrder carried) {
        ShipmentState state = new ShipmentState(
                new ShipmentId(1), new MallId(1), new CarrierId("kr.hanjin"), status, NOW, null, "", NOW, null);
        return new ShipmentView(new ShipmentId(1), new TrackingNumber(number), NOW, state, List.of(carried));
    }

    private static Checked check(NamedOrders known, OrderPart part) {
        return HandoverRules.check(
                new MallId(1), new HandoverRequest("kr.hanjin", "600012345678", List.of(part), null), known, NOW);
    }

    private static CarriedOrder carried(Checked checked) {
        return ((Checked.Good) checked).shipment().orders().getFirst();
    }

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
                        good -> assertThat(good.shipment().trackingNumber().value())
                                .isEqualTo("600012345678"));
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

    @ParameterizedTest
    @ValueSource(ints = {7, 0, 4, 9_999, -1})
    void A20_a_line_the_order_has_not_is_refused(int line) {
        Checked bad = check(ORDERS, new OrderPart("A-2", List.of(1, line)));
        assertThat(((Checked.Bad) bad).errors())
                .extracting(error -> error.field() + " " + error.code() + " "
                        + error.detail().args())
                .containsExactly("orders.lines unknown [" + line + ", 1, 2, 3]");
    }

    @ParameterizedTest
    @CsvSource({"1, 5, ''", "1, 6, orders.items.quantity", "1, 0, orders.items.quantity", "7, 1, orders.items.line"})
    void ORD_3_some_pieces_of_a_line_are_no_more_than_were_ordered(int line, int quantity, String wrong) {
        Checked checked = check(ORDERS, new OrderPart("A-2", null, List.of(new Pieces(line, quantity))));
        assertThat(checked instanceof Checked.Bad ? String.join(" ", wrong(checked)) : "")
                .isEqualTo(wrong);
    }

    @Test
    void A11_a_whole_order_is_the_lines_it_has_now() {
        assertThat(carried(check(ORDERS, new OrderPart("A-2", null))))
                .isEqualTo(new CarriedOrder(TWO, List.of(1, 2, 3), List.of(5, 1, 1)));
    }

    @Test
    void ORD_3_without_lines_it_carries_what_no_other_parcel_does() {
        CarriedOrder some = new CarriedOrder(TWO, List.of(1, 2), List.of(3, 1));
        assertThat(carried(check(
                        known(OrderStatus.PAID, parcel("600099999999", ShipmentStatus.IN_TRANSIT, some)),
                        new OrderPart("A-2", null))))
                .isEqualTo(new CarriedOrder(TWO, List.of(1, 3), List.of(2, 1)));
        assertThat(carried(check(
                        known(OrderStatus.PAID, parcel("600099999999", ShipmentStatus.CANCELLED, some)),
                        new OrderPart("A-2", null))))
                .as("a cancelled number carries nothing")
                .isEqualTo(new CarriedOrder(TWO, List.of(1, 2, 3), List.of(5, 1, 1)));
        assertThat(carried(check(
                        known(
                                OrderStatus.PAID,
                                parcel("600099999999", ShipmentStatus.DELIVERED, new CarriedOrder(TWO, List.of()))),
                        new OrderPart("A-2", null))))
                .as("sent once more")
                .isEqualTo(new CarriedOrder(TWO, List.of(1, 2, 3), List.of(5, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED, order-cancelled", "UNPAID, order-unpaid"})
    void A13_an_order_that_does_not_stand_is_not_handed_over(OrderStatus status, String code) {
        assertThat(check(known(status), new OrderPart("A-2", null)))
                .isInstanceOfSatisfying(
                        Checked.Conflict.class,
                        conflict -> assertThat(conflict.why().code()).isEqualTo(code));
    }

    @Test
    void a_parcel_that_is_registered_again_after_its_order_was_cancelled_changes_nothing() {
        CarriedOrder whole = new CarriedOrder(TWO, List.of(1, 2, 3), List.of(5, 1, 1));
        assertThat(check(
                        known(OrderStatus.CANCELLED, parcel("600012345678", ShipmentStatus.IN_TRANSIT, whole)),
                        new OrderPart("A-2", null)))
                .isInstanceOf(Checked.Good.class);
    }

    @Test
    void a_clock_that_is_fast_counts_as_now() {
        assertThat(check("kr.hanjin", "6000123452", List.of(new OrderPart("A-2", List.of(3))), NOW.plusSeconds(60)))
                .isEqualTo(new Checked.Good(
                        new RegisterShipment(
                                new MallId(1),
                                new CarrierId("kr.hanjin"),
                                new TrackingNumber("6000123452"),
                                List.of(new CarriedOrder(new OrderId(12), List.of(3), List.of(1))),
                                NOW,
                                NOW),
                        List.of()));
    }

    private static final List<OrderPart> FINE = List.of(new OrderPart("A-1", null));

    private static String codes(Checked checked) {
        return switch (checked) {
            case Checked.Bad bad ->
                bad.errors().stream()
                        .map(each -> each.field() + " " + each.code())
                        .toList()
                        .toString();
            case Checked.Conflict conflict -> "conflict " + conflict.why().code();
            case Checked.Good good ->
                "good " + good.warnings().stream().map(FieldError::code).toList();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kr.lotte       | 200000000012 | good []
            kr.lotte       | 200000000011 | [trackingNumber check-digit]
            kr.lotte       | 20000000001  | [trackingNumber shape]
            kr.cjlogistics | 612300001201 | good [check-digit]
            kr.cjlogistics | 61230000120  | [trackingNumber shape]
            kr.epost       | eg123456785kr | good []
            kr.epost       | 6888000000001 | good []
            kr.epost       | 688800000000  | [trackingNumber shape]
            kr.logen       | 9011234567A   | [trackingNumber shape]
            kr.coupangls   | 4911112222333 | good []
            kr.nonexistent | 612300001201  | [carrier unknown]
            롯데택배        | 200000000012  | good []
            """)
    void B4_a_number_fits_its_carrier_and_only_a_verified_digit_refuses(
            String carrier, String number, String expected) {
        assertThat(codes(check(carrier, number, FINE, null))).isEqualTo(expected);
    }

    @Test
    void B4_who_typed_the_wrong_carrier_is_told_whose_number_it_can_be() {
        assertThat(check("kr.logen", "6888000000001", FINE, null))
                .isInstanceOfSatisfying(
                        Checked.Bad.class,
                        bad -> assertThat(bad.errors())
                                .singleElement()
                                .satisfies(error ->
                                        assertThat(error.detail().args()).containsExactly("로젠택배", "우체국택배")));
    }
}
