package kr.dochak.identity.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhoneNumberTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            010-1234-5678      | 01012345678  | MOBILE         | 010-1234-5678
            010 1234 5678      | 01012345678  | MOBILE         | 010-1234-5678
            +82-10-1234-5678   | 01012345678  | MOBILE         | 010-1234-5678
            +82 (0)10 12345678 | 01012345678  | MOBILE         | 010-1234-5678
            0082 10 1234 5678  | 01012345678  | MOBILE         | 010-1234-5678
            ０１０－１２３４－５６７８ | 01012345678  | MOBILE    | 010-1234-5678
            016-234-5678       | 0162345678   | MOBILE         | 016-234-5678
            02-123-4567        | 021234567    | SEOUL          | 02-123-4567
            031-1234-5678      | 03112345678  | AREA           | 031-1234-5678
            070-1234-5678      | 07012345678  | INTERNET       | 070-1234-5678
            0505-1234-5678     | 050512345678 | SAFETY         | 0505-1234-5678
            0507-123-4567      | 05071234567  | SAFETY         | 0507-123-4567
            080-123-4567       | 0801234567   | TOLL_FREE      | 080-123-4567
            1588-1234          | 15881234     | REPRESENTATIVE | 1588-1234
            82-10-1234-5678    | 01012345678  | MOBILE         | 010-1234-5678
            10-3000-0008       | 01030000008  | MOBILE         | 010-3000-0008
            1012345678         | 01012345678  | MOBILE         | 010-1234-5678
            50712345678        | 050712345678 | SAFETY         | 0507-1234-5678
            8221234567         | 021234567    | SEOUL          | 02-123-4567
            00819012345678     | +819012345678 | FOREIGN_MOBILE | +81 90-1234-5678
            +1 650 253 0000    | +16502530000 | FOREIGN_MOBILE | +1 650-253-0000
            """)
    void a_number_has_one_spelling(String written, String value, PhoneNumber.Kind kind, String formatted) {
        PhoneNumber number = PhoneNumber.parse(written).orElseThrow();

        assertThat(number).isEqualTo(new PhoneNumber(value, kind));
        assertThat(number.formatted()).isEqualTo(formatted);
        assertThat(number.mobile()).isEqualTo(kind == PhoneNumber.Kind.MOBILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--",
                "010-****-5678",
                "82",
                "010",
                "010-1234-567a",
                "0101234567890",
                "a@b.kr",
                "+1 234",
                "999-9999-9999"
            })
    void what_is_no_number_is_refused(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
    }
}
