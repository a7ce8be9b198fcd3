package kr.dochak.simulator.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackingNumbersTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest(name = "{0}: {1} digits")
    @CsvSource({"CJ,12", "HANJIN,12", "LOTTE,12", "EPOST,13", "LOGEN,11"})
    void has_the_length_of_its_carrier(Carrier carrier, int digits) {
        assertThat(TrackingNumbers.of(carrier, DAY, 123)).matches("\\d{" + digits + "}");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"20000000000,200000000001", "12345678901,123456789013", "22519000123,225190001234"})
    void lotte_ends_with_the_rest_of_a_division_by_seven(String body, String whole) {
        assertThat(Long.parseLong(whole.substring(0, 11)) % 7).isEqualTo(whole.charAt(11) - '0');
        assertThat(TrackingNumbers.withCheckDigit(body)).isEqualTo(whole);
    }

    @Test
    void no_two_parcels_of_a_day_share_a_number() {
        long distinct = IntStream.range(0, 50_000)
                .mapToObj(serial -> TrackingNumbers.of(Carrier.LOTTE, DAY, serial))
                .distinct()
                .count();
        assertThat(distinct).isEqualTo(50_000);
    }
}
