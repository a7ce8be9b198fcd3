package kr.dochak.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.promise.past.PastDelivery;
import kr.dochak.shared.CarrierId;
import kr.dochak.sheets.SheetRow;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SET-2: only a delivery that can have been teaches anything. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PastRowsTests {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    private static Optional<PastDelivery> with(String field, String value) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "orderedAt", "2026-10-01T10:00:00+09:00",
                "handedOverAt", "2026-10-01T18:00:00+09:00",
                "deliveredAt", "2026-10-02T15:00:00+09:00",
                "carrier", "대한통운",
                "postcode", "06236"));
        values.put(field, value);
        return PastRows.read(new SheetRow(2, values, List.of()), NOW);
    }

    @Test
    void SET_2_a_row_becomes_a_way_and_its_times() {
        PastDelivery delivery = with("origin", "경기").orElseThrow();
        assertThat(delivery.carrier()).isEqualTo(new CarrierId("kr.cjlogistics"));
        assertThat(delivery.origin()).isEqualTo("경기");
        assertThat(delivery.destination()).isEqualTo("서울");
        assertThat(delivery.begun()).isEqualTo("2026-10-01T09:00:00Z");
    }

    @Test
    void SET_2_an_area_in_words_and_an_unknown_hand_over_will_do() {
        assertThat(with("handedOverAt", "").orElseThrow().begun()).isEqualTo("2026-10-01T01:00:00Z");
        Map<String, Object> values = Map.of(
                "orderedAt", "2026-10-01T10:00:00+09:00",
                "deliveredAt", "2026-10-02T15:00:00+09:00",
                "carrier", "CJ대한통운",
                "area", "제주특별자치도 서귀포시");
        assertThat(PastRows.read(new SheetRow(2, values, List.of()), NOW)
                        .orElseThrow()
                        .destination())
                .isEqualTo("제주");
    }

    @ParameterizedTest
    @CsvSource({
        "deliveredAt, 2026-10-01T12:00:00+09:00",
        "handedOverAt, 2026-09-30T12:00:00+09:00",
        "deliveredAt, 2026-12-20T12:00:00+09:00",
        "orderedAt, 2026-07-01T12:00:00+09:00",
        "orderedAt, 어제",
        "carrier, 바람택배",
        "carrier, test.dochak",
        "postcode, 99999"
    })
    void SET_2_what_cannot_have_been_is_left_out(String field, String value) {
        assertThat(with(field, value)).isEmpty();
    }
}
