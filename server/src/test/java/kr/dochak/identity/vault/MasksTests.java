package kr.dochak.identity.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IDN-2: one rule of hiding, everywhere. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MasksTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            김지민      | 김*민
            김민        | 김*
            남궁민수    | 남**수
            김          | *
            John Smith  | J*** S****
            ''          | *
            """)
    void IDN_2_a_name_keeps_its_first_and_last_letter(String clear, String masked) {
        assertThat(Masks.name(clear)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            010-1234-5678    | 010-****-5678
            01012345678      | 010-****-5678
            +82 10 1234 5678 | 010-****-5678
            011-234-5678     | 011-***-5678
            02-123-4567      | 02-***-4567
            0505-1234-5678   | 0505-****-5678
            1588-1234        | ****-1234
            +1 650-253-0000  | +1-****-0000
            전화 없음        | ****
            """)
    void IDN_2_a_phone_hides_its_middle_however_it_was_written(String clear, String masked) {
        assertThat(Masks.phone(clear)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jimin@example.com | ji***@example.com
            ab@example.com    | a***@example.com
            a@example.com     | ***@example.com
            no-address        | ***
            """)
    void IDN_2_an_email_keeps_two_letters_at_most(String clear, String masked) {
        assertThat(Masks.email(clear)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            서울 강남구 테헤란로 152              | 서울 강남구 테헤란로 ***
            서울 강남구 테헤란로152               | 서울 강남구 테헤란로 ***
            서울 강남구 테헤란로123길 45 1층      | 서울 강남구 테헤란로123길 ***
            서울 종로구 종로 1                    | 서울 종로구 종로 ***
            부산 기장군 기장읍 차성로 23          | 부산 기장군 기장읍 차성로 ***
            서울 강남구 역삼동 736-1 래미안 101동 | 서울 강남구 역삼동 ***
            경기 양평군 양서면 12-3               | 경기 양평군 양서면 ***
            어딘가 먼 곳                          | 어딘가 먼 ***
            비밀                                  | ***
            """)
    void IDN_2_an_address_ends_at_its_road_or_town(String clear, String masked) {
        assertThat(Masks.address(clear)).isEqualTo(masked);
    }

    @Test
    void IDN_2_personal_records_do_not_print_themselves() {
        assertThat(new PersonalData("c-1", "김지민", "010-1234-5678", "a@b.kr", "ko").toString())
                .doesNotContain("김지민", "5678", "a@b.kr");
        assertThat(new Recipient("김지민", "010-1234-5678", "06236", "서울", "1203호").toString())
                .doesNotContain("김지민", "5678", "1203");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            기사님 010-1234-5678로 연락       | 기사님 ***로 연락
            영업점 02) 123-4567, 0212345678   | 영업점 ***, ***
            +82 010 1234 5678                 | ***
            운송장 612345678901234            | 운송장 612345678901234
            jimin.k@example.co.kr로 답장      | jimin.k@example.co.kr로 답장
            """)
    void IDN_2_no_phone_stays_in_free_text(String clear, String masked) {
        assertThat(Masks.phonesIn(clear)).isEqualTo(masked);
    }
}
