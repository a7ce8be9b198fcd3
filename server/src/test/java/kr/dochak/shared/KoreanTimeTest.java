package kr.dochak.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are said as people say them; the present is Friday, 20 November 2026, two in the afternoon. */
class KoreanTimeTest {

    private static final Instant NOW = at("2026-11-20T14:00");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-21T14:00 | 2026-11-21T18:00 | 내일(토) 오후 2–6시               | tomorrow (Sat) 2–6 pm
            2026-11-20T10:00 | 2026-11-20T13:00 | 오늘 오전 10시–오후 1시           | today 10 am–1 pm
            2026-11-22T09:30 | 2026-11-22T11:00 | 모레(일) 오전 9시 30분–11시       | Sun 22 Nov 9:30–11 am
            2026-11-23T00:00 | 2026-11-24T00:00 | 11월 23일(월) 중                  | Mon 23 Nov, any time
            2026-11-20T20:00 | 2026-11-21T10:00 | 오늘 오후 8시 – 내일(토) 오전 10시 | today 8 pm – tomorrow (Sat) 10 am
            2026-11-21T13:43 | 2026-11-23T17:30 | 내일(토) 오후 1시 – 11월 23일(월) 오후 6시 | tomorrow (Sat) 1 pm – Mon 23 Nov 6 pm
            2026-11-20T20:10 | 2026-11-21T23:40 | 오늘 오후 8시 – 내일(토) 밤 12시 | today 8 pm – tomorrow (Sat) midnight
            2027-01-04T12:00 | 2027-01-04T18:00 | 2027년 1월 4일(월) 오후 12–6시    | Mon 4 Jan 2027 12–6 pm
            """)
    void aWindow(String from, String to, String korean, String english) {
        assertThat(KoreanTime.window(at(from), at(to), NOW, Locale.KOREAN)).isEqualTo(korean);
        assertThat(KoreanTime.window(at(from), at(to), NOW, Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23T10:00 | 2026-11-24T00:00 | 11월 23일(월) 오전 10시–밤 12시         | Mon 23 Nov 10 am–midnight
            2026-11-20T20:00 | 2026-11-22T00:00 | 오늘 오후 8시 – 내일(토) 밤 12시        | today 8 pm – tomorrow (Sat) midnight
            2026-11-30T00:00 | 2026-12-01T00:00 | 11월 30일(월) 중                        | Mon 30 Nov, any time
            """)
    void A5_a_window_that_ends_at_midnight_ends_the_day_before(String from, String to, String korean, String english) {
        assertThat(KoreanTime.window(at(from), at(to), NOW, Locale.KOREAN)).isEqualTo(korean);
        assertThat(KoreanTime.window(at(from), at(to), NOW, Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-27T05:40 | 11월 27일(금) 오전 6시 전후 | Fri 27 Nov, around 6 am
            2026-11-27T17:40 | 11월 27일(금) 오후 6시 전후 | Fri 27 Nov, around 6 pm
            2026-11-20T23:45 | 오늘 밤 12시 전후 | today, around midnight
            """)
    void A5_an_hour_never_stands_without_its_half_of_the_day(String when, String korean, String english) {
        assertThat(KoreanTime.around(at(when), NOW, Locale.KOREAN)).isEqualTo(korean);
        assertThat(KoreanTime.around(at(when), NOW, Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-20T13:59:30 | 방금           | just now
            2026-11-20T14:03    | 방금           | just now
            2026-11-20T13:48    | 12분 전        | 12 min ago
            2026-11-20T11:00    | 3시간 전       | 3 h ago
            2026-11-19T13:00    | 1일 전         | 1 day ago
            2026-11-09T13:00    | 11월 9일(월)   | Mon 9 Nov
            2025-11-23T13:00    | 2025년 11월 23일(일) | Sun 23 Nov 2025
            """)
    void anAge(String when, String korean, String english) {
        assertThat(KoreanTime.ago(at(when), NOW, Locale.KOREAN)).isEqualTo(korean);
        assertThat(KoreanTime.ago(at(when), NOW, Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-20T00:05 | 오늘 오전 12:05 | today 12:05 am
            2026-11-19T14:05 | 어제 오후 2:05  | yesterday 2:05 pm
            """)
    void aMoment(String when, String korean, String english) {
        assertThat(KoreanTime.moment(at(when), NOW, Locale.KOREAN)).isEqualTo(korean);
        assertThat(KoreanTime.moment(at(when), NOW, Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT5H  | +5시간 | +5 h
            PT-25H | −1일  | −1 day
            PT40M | +40분  | +40 min
            """)
    void slack(String length, String korean, String english) {
        assertThat(KoreanTime.slack(Duration.parse(length), Locale.KOREAN)).isEqualTo(korean);
        assertThat(KoreanTime.slack(Duration.parse(length), Locale.ENGLISH)).isEqualTo(english);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(KoreanTime.SEOUL).toInstant();
    }
}
