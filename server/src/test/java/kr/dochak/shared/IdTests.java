package kr.dochak.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.format.support.DefaultFormattingConversionService;
import tools.jackson.databind.json.JsonMapper;

class IdTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One kind of id, as it is made and as it is read from an address. */
    private record Kind(Class<? extends Id> type, LongFunction<Id> of, Function<String, Id> read) {

        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    private record Sent(OrderId order, @Nullable ShipmentId shipment) {}

    private static Stream<Kind> kinds() {
        return Stream.of(
                new Kind(MallId.class, MallId::new, MallId::valueOf),
                new Kind(PersonId.class, PersonId::new, PersonId::valueOf),
                new Kind(OrderId.class, OrderId::new, OrderId::valueOf),
                new Kind(ShipmentId.class, ShipmentId::new, ShipmentId::valueOf),
                new Kind(PromiseId.class, PromiseId::new, PromiseId::valueOf),
                new Kind(CaseId.class, CaseId::new, CaseId::valueOf));
    }

    @Test
    void every_kind_is_looked_at() {
        assertThat(kinds().<Object>map(Kind::type))
                .containsExactlyInAnyOrder((Object[]) Id.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_id_is_its_number_in_json(Kind kind) {
        Id id = kind.of.apply(7_000_000_001L);

        assertThat(JSON.writeValueAsString(id)).isEqualTo("7000000001");
        Id read = JSON.readValue("7000000001", kind.type);
        assertThat(read).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_id_is_its_number_in_a_text(Kind kind) {
        assertThat(kind.of.apply(42)).hasToString("42").isEqualTo(kind.read.apply("42"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_address_gives_an_id_or_is_refused(Kind kind) {
        var conversion = new DefaultFormattingConversionService();

        Id read = conversion.convert("42", kind.type);
        assertThat(read).isEqualTo(kind.of.apply(42));
        assertThatThrownBy(() -> conversion.convert("abc", kind.type)).isInstanceOf(ConversionFailedException.class);
        assertThatThrownBy(() -> kind.read.apply("abc")).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ids_are_the_same_by_their_number(Kind kind) {
        assertThat(kind.of.apply(1_000)).isEqualTo(kind.of.apply(1_000)).hasSameHashCodeAs(kind.of.apply(1_000));
        assertThat(kind.of.apply(1_000)).isNotEqualTo(kind.of.apply(1_001));
    }

    @Test
    void an_order_is_no_shipment() {
        assertThat((Id) new OrderId(1)).isNotEqualTo(new ShipmentId(1));
    }

    @Test
    void an_id_in_a_record_is_a_bare_number_and_may_be_missing() {
        assertThat(JSON.writeValueAsString(new Sent(new OrderId(5), new ShipmentId(6))))
                .isEqualTo("{\"order\":5,\"shipment\":6}");
        assertThat(JSON.readValue("{\"order\":5,\"shipment\":6}", Sent.class))
                .isEqualTo(new Sent(new OrderId(5), new ShipmentId(6)));
        assertThat(JSON.readValue("{\"order\":5,\"shipment\":null}", Sent.class))
                .isEqualTo(new Sent(new OrderId(5), null));
        assertThat(JSON.readValue("{\"order\":5}", Sent.class)).isEqualTo(new Sent(new OrderId(5), null));
        assertThat(JSON.writeValueAsString(new Sent(new OrderId(5), null)))
                .isEqualTo("{\"order\":5,\"shipment\":null}");
    }

    @Test
    void what_is_missing_stays_missing() {
        assertThat(OrderId.ofNullable(null)).isNull();
        assertThat(OrderId.ofNullable(5L)).isEqualTo(new OrderId(5));
        assertThat(Id.valueOf(null)).isNull();
        assertThat(Id.valueOf(new OrderId(5))).isEqualTo(5L);
    }

    @Test
    void ids_are_keys_and_have_an_order() {
        Map<OrderId, String> known = new HashMap<>(Map.of(new OrderId(9), "nine"));

        assertThat(known.get(new OrderId(9))).isEqualTo("nine");
        assertThat(Stream.of(new OrderId(10), new OrderId(9)).sorted())
                .containsExactly(new OrderId(9), new OrderId(10));
    }
}
