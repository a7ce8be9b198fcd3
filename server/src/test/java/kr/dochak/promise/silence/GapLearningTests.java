package kr.dochak.promise.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.promise.windows.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapLearningTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            월 18:00, 월 22:00, 화 10:00, 화 15:00 | 12
            토 18:00, 다음 월 09:00               | 15
            월 18:00                              | 0
            """)
    void TRK_4_the_longest_gap_is_one_of_open_time(String scans, int hours) {
        List<Instant> times = Stream.of(scans.split(", ")).map(Rules::at).toList();
        assertThat(GapLearning.longest(times, Rules.CALENDARS.of("kr.hanjin", "서울")))
                .hasHours(hours);
    }
}
