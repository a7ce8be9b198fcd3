package kr.dochak.simulator.korea;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreanBytesTests {

    @ParameterizedTest(name = "{0} has {1} bytes")
    @CsvSource(textBlock = """
                    abc,   3
                    가나다, 6
                    뷁,    2
                    도착!, 5
                    '가\n', 3
                    """)
    void a_korean_letter_counts_two(String text, int bytes) {
        assertThat(KoreanBytes.count(text)).isEqualTo(bytes);
    }

    @ParameterizedTest(name = "{1} × {0} within {2}: {3}")
    @CsvSource(textBlock = """
                    가, 45,   90,   0
                    가, 46,   90,   -2015
                    a,  90,   90,   0
                    a,  91,   90,   -2015
                    가, 1000, 2000, 0
                    가, 1001, 2000, -2015
                    가, 0,    90,   -2014
                    😀, 1,    90,   -2023
                    """)
    void too_long_empty_or_unsayable_is_refused(String letter, int times, int limit, int refusal) {
        assertThat(KoreanBytes.refusal(letter.repeat(times), limit)).isEqualTo(refusal);
    }
}
