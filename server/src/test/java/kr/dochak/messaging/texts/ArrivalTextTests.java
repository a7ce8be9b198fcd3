package kr.dochak.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import kr.dochak.shared.TimeWindow;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MSG-4: times a customer can plan with; always the date, never wider or narrower than whole hours around the window. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrivalTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-06-07T17:30 | 2024-06-07T18:30 | 6월 7일(금) 오후 6시 전후       | Fri 7 June, around 6 pm
            2024-06-07T17:00 | 2024-06-07T19:00 | 6월 7일(금) 오후 6시 전후       | Fri 7 June, around 6 pm
            2024-06-08T14:00 | 2024-06-08T18:00 | 6월 8일(토) 오후 2–6시           | Sat 8 June, 2–6 pm
            2024-06-08T14:13 | 2024-06-08T17:42 | 6월 8일(토) 오후 2–6시           | Sat 8 June, 2–6 pm
            2024-06-08T10:00 | 2024-06-08T14:00 | 6월 8일(토) 오전 10시–오후 2시   | Sat 8 June, 10 am–2 pm
            2024-06-08T20:10 | 2024-06-08T23:40 | 6월 8일(토) 오후 8시–밤 12시     | Sat 8 June, 8 pm–midnight
            2024-06-08T00:00 | 2024-06-08T23:59:59 | 6월 8일(토) 중               | Sat 8 June
            2024-06-07T00:00 | 2024-06-09T23:59:59 | 6월 7일(금)–9일(일) 사이     | Fri 7 – Sun 9 June
            2024-06-29T00:00 | 2024-07-01T23:59:59 | 6월 29일(토)–7월 1일(월) 사이 | Sat 29 June – Mon 1 July
            2024-06-07T18:20 | 2024-06-08T09:10 | 6월 7일(금) 오후 6시 – 6월 8일(토) 오전 10시 | Fri 7 June, 6 pm – Sat 8 June, 10 am
            2024-06-07T09:00 | 2024-06-09T18:00 | 6월 7일(금)–9일(일) 사이         | Fri 7 – Sun 9 June
            2024-06-07T05:30 | 2024-06-07T06:30 | 6월 7일(금) 오전 6시 전후        | Fri 7 June, around 6 am
            """)
    void a_window_in_words(String from, String to, String korean, String english) {
        TimeWindow window = new TimeWindow(
                OffsetDateTime.parse(from + (from.length() == 16 ? ":00" : "") + "+09:00")
                        .toInstant(),
                OffsetDateTime.parse(to + (to.length() == 16 ? ":00" : "") + "+09:00")
                        .toInstant());

        assertThat(new ArrivalText("ko").window(window)).isEqualTo(korean);
        assertThat(new ArrivalText("en").window(window)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23T18:24 | 2026-11-25T00:00 | 11월 23일(월)–24일(화) 사이      | Mon 23 – Tue 24 November
            2026-11-23T00:00 | 2026-11-25T00:00 | 11월 23일(월)–24일(화) 사이      | Mon 23 – Tue 24 November
            2026-11-24T00:00 | 2026-11-25T00:00 | 11월 24일(화) 중                 | Tue 24 November
            2026-11-24T20:00 | 2026-11-25T00:00 | 11월 24일(화) 오후 8시–밤 12시   | Tue 24 November, 8 pm–midnight
            2026-11-24T10:00 | 2026-11-25T00:00 | 11월 24일(화) 오전 10시–밤 12시  | Tue 24 November, 10 am–midnight
            2026-11-25T00:00 | 2026-11-25T00:00 | 11월 24일(화) 밤 12시 전후       | Tue 24 November, around midnight
            2026-11-30T00:00 | 2026-12-01T00:00 | 11월 30일(월) 중                 | Mon 30 November
            2026-11-24T23:00 | 2026-11-25T01:00 | 11월 24일(화) 밤 12시 전후       | Tue 24 November, around midnight
            """)
    void A5_an_end_at_midnight_is_of_the_day_before(String from, String to, String korean, String english) {
        TimeWindow window = new TimeWindow(
                OffsetDateTime.parse(from + ":00+09:00").toInstant(),
                OffsetDateTime.parse(to + ":00+09:00").toInstant());

        assertThat(new ArrivalText("ko").window(window)).isEqualTo(korean);
        assertThat(new ArrivalText("en").window(window)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-06-07T14:05 | 6월 7일(금) 오후 2:05  | Fri 7 June, 2:05 pm  | 6월 7일(금) 오후 3시  | Fri 7 June, 3 pm
            2024-06-07T00:10 | 6월 7일(금) 오전 12:10 | Fri 7 June, 12:10 am | 6월 7일(금) 오전 1시  | Fri 7 June, 1 am
            2024-06-07T12:00 | 6월 7일(금) 오후 12:00 | Fri 7 June, 12:00 pm | 6월 7일(금) 오후 12시 | Fri 7 June, 12 pm
            2024-06-07T23:30 | 6월 7일(금) 오후 11:30 | Fri 7 June, 11:30 pm | 6월 7일(금) 밤 12시   | Fri 7 June, midnight
            """)
    void a_moment_and_a_deadline_in_words(
            String at, String moment, String englishMoment, String deadline, String englishDeadline) {
        Instant instant = OffsetDateTime.parse(at + ":00+09:00").toInstant();

        assertThat(new ArrivalText("ko").moment(instant)).isEqualTo(moment);
        assertThat(new ArrivalText("en").moment(instant)).isEqualTo(englishMoment);
        assertThat(new ArrivalText("ko").deadline(instant)).isEqualTo(deadline);
        assertThat(new ArrivalText("en").deadline(instant)).isEqualTo(englishDeadline);
    }
}
