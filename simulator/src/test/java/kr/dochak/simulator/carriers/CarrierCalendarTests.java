package kr.dochak.simulator.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierCalendarTests {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(textBlock = """
                    CJ,     2026-11-22, true
                    HANJIN, 2026-11-22, false
                    EPOST,  2026-11-21, true
                    CJ,     2026-12-25, true
                    LOTTE,  2026-12-25, false
                    CJ,     2026-09-25, false
                    LOGEN,  2026-11-23, true
                    """)
    void delivers(Carrier carrier, LocalDate day, boolean delivers) {
        assertThat(carrier.deliversOn(day)).isEqualTo(delivers);
    }
}
