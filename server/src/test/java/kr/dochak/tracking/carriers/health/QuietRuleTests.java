package kr.dochak.tracking.carriers.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import kr.dochak.shared.Seoul;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TRK-5: a carrier that sends a hundred scans an hour by day and night, ten on Sundays, and none from two to five. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuietRuleTests {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest(name = "{0}: {1} {2}, {3} silent minutes, {4} days known")
    @CsvSource({
        "a pause,                 0, 15:00, 119, 20, 0",
        "two hours,               0, 15:00, 120, 20, 100",
        "an afternoon,            0, 18:00, 300, 20, 400",
        "the nightly pause,       0, 05:00, 180, 20, 0",
        "into the morning,        0, 08:00, 360, 20, 300",
        "a Sunday,                5, 15:00, 300, 20, 40",
        "a holiday,               31, 15:00, 300, 45, 0",
        "one week known,          0, 15:00, 300, 8, 400",
        "days known,              0, 15:00, 300, 3, 0",
        "gone for a week and more,0, 15:00, 14400, 20, 12810",
    })
    void TRK_5_what_should_have_come_since(
            String what, int daysLater, LocalTime time, int silentMinutes, int daysKnown, long missing) {
        Instant now = Seoul.instant(TUESDAY.plusDays(daysLater), time);
        Instant last = now.minus(Duration.ofMinutes(silentMinutes));
        Map<Instant, Long> byHour = new HashMap<>();
        for (Instant hour = Seoul.startOf(Seoul.dateOf(now).minusDays(daysKnown));
                !hour.isAfter(last);
                hour = hour.plus(Duration.ofHours(1))) {
            if (usual(hour) > 0) {
                byHour.put(hour, usual(hour));
            }
        }
        assertThat(QuietRule.missing(byHour, last, now, day -> day.equals(LocalDate.of(2026, 12, 25))))
                .as(what)
                .isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource({"300, 100, 400", "100, 300, 400", "300, 0, 0"})
    void TRK_5_a_week_of_its_own_is_not_what_is_usual(long lastWeek, long twoWeeksAgo, long missing) {
        Instant now = Seoul.instant(TUESDAY, LocalTime.of(18, 0));
        Instant last = now.minus(Duration.ofHours(5));
        Map<Instant, Long> byHour = new HashMap<>();
        byHour.put(Seoul.startOf(TUESDAY.minusDays(20)), 1L);
        for (int hour = 10; hour < 20; hour++) {
            byHour.put(Seoul.instant(TUESDAY.minusDays(7), LocalTime.of(hour, 0)), lastWeek);
            byHour.put(Seoul.instant(TUESDAY.minusDays(14), LocalTime.of(hour, 0)), twoWeeksAgo);
        }
        assertThat(QuietRule.missing(byHour, last, now, day -> false)).isEqualTo(missing);
    }

    private static long usual(Instant hour) {
        int clock = Seoul.timeOf(hour).getHour();
        return clock >= 2 && clock < 5 ? 0 : Seoul.dateOf(hour).getDayOfWeek().getValue() == 7 ? 10 : 100;
    }
}
