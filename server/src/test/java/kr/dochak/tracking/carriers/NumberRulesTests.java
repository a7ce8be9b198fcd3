package kr.dochak.tracking.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.TrackingNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TRK-1: what a tracking number alone can tell. */
class NumberRulesTests {

    @ParameterizedTest(name = "[{0}] is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            '6123-4567-8901'   | 612345678901
            ' 6123 4567 8901 ' | 612345678901
            '６１２３４５６７８９０１' | 612345678901
            '6123–4567—8901'   | 612345678901
            '6123－4567－8901'  | 612345678901
            'EE123456789KR'    | EE123456789KR
            ''                 | ''
            """)
    void TRK_1_a_number_is_the_same_however_it_is_typed(String typed, String number) {
        assertThat(TrackingNumber.of(typed).value()).isEqualTo(number);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            kr.cjlogistics | 612345678900   | Unusual
            kr.cjlogistics | 612345678906   | Fits
            kr.cjlogistics | 1234567891     | Fits
            kr.cjlogistics | 61234567890    | Wrong SHAPE
            kr.cjlogistics | 61234567890A   | Wrong SHAPE
            kr.hanjin      | 512345678902   | Fits
            kr.hanjin      | 512345678903   | Unusual
            kr.hanjin      | 51234567890123 | Unusual
            kr.hanjin      | 5123456789012  | Wrong SHAPE
            kr.lotte       | 312345678901   | Fits
            kr.lotte       | 3123-4567-8901 | Fits
            kr.lotte       | 312345678902   | Wrong CHECK_DIGIT
            kr.lotte       | 31234567890    | Wrong SHAPE
            kr.epost       | 6012345678901  | Fits
            kr.epost       | EE123456789KR  | Fits
            kr.epost       | 601234567890   | Wrong SHAPE
            kr.logen       | 91234567890    | Unusual
            kr.logen       | 912345678      | Wrong SHAPE
            kr.coupangls   | anything-17    | Fits
            xx.unheard     | ABC-17         | Fits
            kr.lotte       | ''             | Wrong SHAPE
            """)
    void TRK_1_only_a_verified_rule_refuses(String carrier, String number, String expected) {
        assertThat(
                        switch (NumberRules.check(new CarrierId(carrier), new TrackingNumber(number))) {
                            case NumberCheck.Fits fits -> "Fits";
                            case NumberCheck.Unusual unusual -> "Unusual";
                            case NumberCheck.Wrong wrong -> "Wrong " + wrong.what();
                        })
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1234567890     | kr.cjlogistics kr.hanjin
            91234567896    | kr.logen
            612345678900   | kr.cjlogistics kr.hanjin
            312345678901   | kr.cjlogistics kr.hanjin kr.lotte
            6012345678901  | kr.epost
            51234567890123 | kr.hanjin
            EE123456789KR  | kr.epost
            ABC            | ''
            """)
    void TRK_1_a_carrier_is_guessed_from_the_number(String number, String carriers) {
        assertThat(NumberRules.guess(new TrackingNumber(number)).stream()
                        .map(CarrierId::value)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(carriers);
    }

    @Test
    void complaint_12_a_number_of_another_carrier_is_noticed_and_the_likely_one_named() {
        assertThat(NumberRules.check(new CarrierId("kr.logen"), new TrackingNumber("6012345678901")))
                .isEqualTo(new NumberCheck.Wrong("SHAPE", List.of(new CarrierId("kr.epost"))));
        assertThat(NumberRules.check(new CarrierId("kr.lotte"), new TrackingNumber("612345678900")))
                .isEqualTo(new NumberCheck.Wrong(
                        "CHECK_DIGIT", List.of(new CarrierId("kr.cjlogistics"), new CarrierId("kr.hanjin"))));
    }
}
