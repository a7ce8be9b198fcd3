package kr.dochak.promise.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import kr.dochak.promise.windows.DayChances.Way;
import kr.dochak.shared.Seoul;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-1: the day shown is a mall's choice of how sure it wants to be. 한진 rests on Sundays, CJ대한통운 does not. */
class PromisedDayTests {

    @ParameterizedTest(name = "{0}, {1} to {2}, {3} % → {4}")
    @CsvSource(delimiter = '|', textBlock = """
            한진 | 화 15:00 | 화 20:00 | 90 | 화
            한진 | 화 15:00 | 목 15:00 | 50 | 화
            한진 | 화 15:00 | 목 15:00 | 70 | 수
            한진 | 화 15:00 | 목 15:00 | 80 | 목
            한진 | 화 15:00 | 목 15:00 | 90 | 목
            한진 | 화 15:00 | 목 15:00 | 98 | 금
            CJ   | 금 20:00 | 월 20:00 | 75 | 일
            한진 | 금 20:00 | 월 20:00 | 75 | 2026-11-30
            한진 | 금 20:00 | 토 20:00 | 98 | 2026-11-30
            CJ   | 금 20:00 | 토 20:00 | 98 | 일
            """)
    void PRM_1_the_day_lies_on_the_line_through_the_middle_and_the_late_end(
            String carrier, String middle, String late, int quantile, String day) {
        Window window = new Window(at(middle, 0), at(middle, 0), at(late, middle.compareTo(late)), WindowBasis.none());
        CarrierCalendar calendar = carrier.equals("CJ") ? Rules.CJ : Rules.HANJIN;
        LocalDate promised = DayChances.of(
                        window, new Way("kr.hanjin", "인천", "서울"), calendar, ArrivalTable.EMPTY, Rules.MONDAY)
                .promised(quantile);
        assertThat(promised).isEqualTo(day.length() > 1 ? LocalDate.parse(day) : Seoul.dateOf(at(day + " 00:00", 0)));
    }

    /** 월 after 금 is the next week's. */
    private static Instant at(String moment, int order) {
        Instant at = Rules.at(moment);
        return moment.startsWith("월") && order != 0 ? at.plusSeconds(7 * 86_400) : at;
    }
}
