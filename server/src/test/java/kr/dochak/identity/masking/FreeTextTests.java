package kr.dochak.identity.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** M11: what people type of themselves is found, however they write it; what they ask about stays readable. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FreeTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +82-10-9999-8888                    | [전화번호]
            ０１０－９９９９－８８８８          | [전화번호]
            010)9999-8888                       | [전화번호]
            010/9999/8888                       | [전화번호]
            010–9999–8888                       | [전화번호]
            전화 010  9999  8888 로             | 전화 [전화번호] 로
            현관 비밀번호 *1234#                | 현관 비밀번호 [비밀번호]
            강남파이낸스센터 1203호             | [주소]
            통관번호는 P123456789012예요        | 통관번호는 [통관번호]예요
            신한 110-123-456789 로 주세요       | 신한 [계좌번호] 로 주세요
            """)
    void M1_what_the_review_wrote_is_found(String typed, String masked) {
        assertThat(FreeText.of(typed).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            공일공 구구구구 팔팔팔팔            | [전화번호]
            0 1 0 9 9 9 9 8 8 8 8               | [전화번호]
            010.9999.8888                       | [전화번호]
            +82 (0)10-9999-8888                 | [전화번호]
            10-9999-8888                        | [전화번호]
            0505-1234-5678                      | [전화번호]
            뒷번호 9999-8888                    | 뒷번호 [전화번호]
            jimin.k@example.co.kr               | [이메일]
            jimin @ naver.com                   | [이메일]
            jimin골뱅이네이버                   | [이메일]
            공동현관 1234#                      | 공동현관 [비밀번호]
            비번은 1 2 3 4 샵 이에요            | 비번은 [비밀번호] 이에요
            #0412호출 눌러 주세요               | [비밀번호]호출 눌러 주세요
            종 1357 누르면 열려요               | 종 [비밀번호] 누르면 열려요
            door code is 7788                   | door code is [비밀번호]
            테헤란로 152, 12층 1203호           | [주소]
            역삼동 736-1 래미안 101동 1203호    | [주소]
            101동 1203호로 와 주세요            | [주소]로 와 주세요
            900101-1234567                      | [주민번호]
            4242 4242 4242 4242                 | [카드번호]
            카카오뱅크 3333012345678            | 카카오뱅크 [계좌번호]
            """)
    void M11_other_ways_of_writing_are_found_too(String typed, String masked) {
        assertThat(FreeText.of(typed).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11월 24일(화) 오후 2시 30분에 온다고 했어요",
                "2026-11-24까지 받을 수 있나요?",
                "39,000원 환불해 주세요",
                "1,234,000원이 두 번 결제됐어요",
                "주문번호 R20261123-000123",
                "20261123-0001234 언제 와요",
                "송장 633333333333 조회가 안 돼요",
                "문의번호는 C20261123-0001이에요",
                "고객센터 1588-1234에 전화했어요",
                "문 앞으로 3시까지 와 주세요",
                "택배로 2개만 왔어요, 운동 5회차",
                "3층에 두고 가셨어요",
                "현관 앞에 2026년 달력을 뒀어요"
            })
    void M11_what_a_case_is_about_stays_readable(String typed) {
        assertThat(FreeText.of(typed).masked()).isEqualTo(typed);
    }

    @Test
    void M11_what_is_known_of_the_person_is_hidden_wherever_it_stands() {
        var known = List.of(
                new FreeText.Personal(PersonalPart.NAME, "남궁지워"),
                new FreeText.Personal(PersonalPart.NAME, "Jane Doe"),
                new FreeText.Personal(PersonalPart.ADDRESS, "강남 파이낸스 12번째 집"));
        assertThat(FreeText.of("저는 남궁 지워예요. JANE  DOE라고도 해요. 강남파이낸스 12번째집!", known)
                        .masked())
                .isEqualTo("저는 [이름]예요. [이름]라고도 해요. [주소]!");
    }

    @Test
    void M11_masking_twice_is_masking_once_and_words_decomposed_by_a_mac_are_read() {
        String decomposed = java.text.Normalizer.normalize("비밀번호 1234", java.text.Normalizer.Form.NFD);
        FreeText once = FreeText.of(decomposed + ", 010-9999-8888");
        assertThat(once.masked()).isEqualTo("비밀번호 [비밀번호], [전화번호]");
        assertThat(FreeText.of(once.masked()).masked()).isEqualTo(once.masked());
        assertThat(once.holdsPersonalParts()).isTrue();
    }
}
