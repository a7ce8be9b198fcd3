package kr.dochak.tracking.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.Pattern;
import kr.dochak.identity.masking.CountingText;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** M10: nobody of a carrier and no recipient goes further than the door that a scan came in by. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            강남 홍길동 기사 010-3333-4444          | 강남 *** 기사 ***
            강남집배점 홍길동기사님                  | 강남집배점 *** 기사님
            배송담당: 홍길동 01033334444            | 배송담당: *** ***
            기사 홍길동                             | 기사 ***
            배송기사님 남궁민 님이 배달 중           | 배송기사님 *** 님이 배달 중
            인수자 : 김*민                          | 인수자 : ***
            Driver: Gil-dong Hong, left hub         | Driver: ***, left hub
            강남 ０１０－３３３３－４４４４          | 강남 ***
            """)
    void M10_a_person_is_taken_out_of_a_place_and_a_text(String raw, String free) {
        assertThat(Persons.place(raw)).isEqualTo(free);
        assertThat(Persons.text(raw)).isEqualTo(free);
    }

    @ParameterizedTest
    @ValueSource(strings = {"옥천HUB", "강남집배점", "기사 배정됨", "배달기사 방문예정", "인수자: 본인", "간선상차 12-3번 도크", "서울 3센터 1층"})
    void M10_places_and_states_stay(String raw) {
        assertThat(Persons.text(raw)).isEqualTo(raw);
    }

    @Test
    void M10_a_pushed_scan_has_no_person_in_any_field_and_its_id_is_the_same_again() {
        Scan free = PushedEvents.withoutPersons(scan("강남 홍길동 기사 010-3333-4444", "홍길동 기사 배송중", "홍길동기사-01033334444"));
        assertThat(free.place() + free.text() + free.eventId()).doesNotContain("홍길동", "3333");
        assertThat(PushedEvents.withoutPersons(scan("강남 홍길동 기사 010-3333-4444", "홍길동 기사 배송중", "홍길동기사-01033334444")))
                .isEqualTo(free);
        assertThat(PushedEvents.withoutPersons(scan("옥천HUB", "간선상차", "e-1")).eventId())
                .isEqualTo("e-1");
        assertThat(PushedEvents.withoutPersons(free).place()).isEqualTo(free.place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"담당", "담당 ", "기사 김", "기사 ", "가", "배송담당: ", "driver: a", "driver a ", "***", "(", " "})
    void H1_looking_for_people_is_linear(String worst) {
        for (Pattern pattern : Persons.patterns()) {
            long once = looks(pattern, worst, 2_000);
            assertThat(looks(pattern, worst, 4_000)).as(pattern.pattern()).isLessThan(once * 2 + once / 5 + 500);
        }
    }

    private static long looks(Pattern pattern, String worst, int length) {
        CountingText text =
                new CountingText(worst.repeat(length / worst.length() + 1).substring(0, length));
        pattern.matcher(text).results().count();
        return text.looks();
    }

    private static Scan scan(String place, String text, @Nullable String id) {
        return new Scan(
                0,
                new CarrierId("kr.cjlogistics"),
                TrackingNumber.of("633333333333"),
                ShipmentStatus.IN_TRANSIT,
                null,
                Instant.parse("2026-11-23T00:00:00Z"),
                place,
                text,
                id);
    }
}
