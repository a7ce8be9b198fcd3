package kr.dochak.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DateTextTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-12-24           | 2026-12-24
            2026. 12. 24.        | 2026-12-24
            2026.12.24           | 2026-12-24
            2026/12/24           | 2026-12-24
            20261224             | 2026-12-24
            2026년 12월 24일     | 2026-12-24
            2026년 12월 24일(목) | 2026-12-24
            12월 24일            | 2026-12-24
            12/24                | 2026-12-24
            12. 24.              | 2026-12-24
            11월 29일            | 2026-11-29
            11월 28일            | 2027-11-28
            2/29                 | 2028-02-29
            2026-1-2             | 2026-01-02
            """)
    void a_date_is_read_as_people_in_korea_write_it(String text, LocalDate date) {
        assertThat(DateText.read(text, TODAY)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "내일", "24/12/2026", "12/24/2026", "2026-13-01", "2026-02-30", "99", "2026-12", "1e9"})
    void what_could_be_another_order_is_no_date(String text) {
        assertThat(DateText.read(text, TODAY)).isEmpty();
    }
}
