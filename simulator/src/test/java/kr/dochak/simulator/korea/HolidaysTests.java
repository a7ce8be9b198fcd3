package kr.dochak.simulator.korea;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTests {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(textBlock = """
                    2026-11-23, 2026-11-23
                    2026-11-22, 2026-11-23
                    2026-12-25, 2026-12-26
                    2026-02-15, 2026-02-19
                    2026-10-03, 2026-10-06
                    2027-02-06, 2027-02-10
                    2027-12-25, 2027-12-28
                    """)
    void the_next_dispatch_day(LocalDate from, LocalDate dispatch) {
        assertThat(Holidays.dispatchDayFrom(from)).isEqualTo(dispatch);
    }
}
