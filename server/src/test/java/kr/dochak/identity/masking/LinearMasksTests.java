package kr.dochak.identity.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** H1: masking a text of twice the length looks at its signs twice as often, whatever stands in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LinearMasksTests {

    private static final int LENGTH = 2_000;

    /** What used to be quadratic, and what else could be. */
    static Stream<String> worst() {
        return Stream.of(
                "a",
                "동",
                "가",
                "1",
                "0",
                "1 ",
                "010-",
                "010",
                "로1",
                "길 1 ",
                "테헤란로1",
                "a@",
                "@",
                "a.",
                "a@a",
                "@a.",
                "1,000",
                "1.1",
                "비번",
                "비번 1",
                "*1",
                "#",
                "별1",
                "현관 ",
                "101동 ",
                "1호 ",
                "+82",
                "+ (",
                "((((",
                " ",
                "-",
                "공일",
                "일공",
                "2026-",
                "20261123-0001 ",
                "강남센터 ",
                "1-1-1-",
                "12345678901234567890",
                "골뱅이",
                "p1",
                "\n");
    }

    @ParameterizedTest
    @MethodSource("worst")
    void H1_finding_personal_parts_is_linear(String worst) {
        assertLinear(worst, text -> {
            FreeText.spans(text);
            return text.looks();
        });
    }

    @ParameterizedTest
    @MethodSource("worst")
    void H1_folding_signs_is_linear(String worst) {
        assertLinear(worst, text -> {
            Glyphs.of(text);
            return text.looks();
        });
    }

    private static void assertLinear(String worst, ToLongFunction<CountingText> looks) {
        long once = looks.applyAsLong(repeated(worst, LENGTH));
        long twice = looks.applyAsLong(repeated(worst, 2 * LENGTH));
        assertThat(twice).as("looks at twice the length").isLessThan(once * 2 + once / 5 + 500);
        assertThat(once).as("looks at %d signs", LENGTH).isLessThan(LENGTH * 1_500L);
    }

    private static CountingText repeated(String worst, int length) {
        return new CountingText(worst.repeat(length / worst.length() + 1).substring(0, length));
    }
}
