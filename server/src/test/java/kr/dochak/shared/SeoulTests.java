package kr.dochak.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The short way to Korea's days says what the long one says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeoulTests {

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    @Test
    void days_and_hours_are_those_of_the_zones_rules_also_where_clocks_were_changed() {
        Random dice = new Random(7);
        long span = LAST.getEpochSecond() - FIRST.getEpochSecond();
        for (int i = 0; i < 20_000; i++) {
            check(FIRST.plusSeconds((long) (dice.nextDouble() * span)).plusNanos(dice.nextInt(1_000_000_000)));
        }
        for (int year = 1986; year < 1990; year++) { // the last summers whose clocks were changed
            Instant begin = Instant.parse(year + "-01-01T00:00:00Z");
            for (int hour = 0; hour < 365 * 24; hour++) {
                check(begin.plusSeconds(hour * 3_600L));
            }
        }
    }

    private static void check(Instant at) {
        LocalDate day = at.atZone(Seoul.ZONE).toLocalDate();
        LocalTime time = at.atZone(Seoul.ZONE).toLocalTime();
        assertThat(Seoul.dateOf(at)).as("%s", at).isEqualTo(day);
        assertThat(Seoul.timeOf(at)).as("%s", at).isEqualTo(time);
        assertThat(Seoul.startOf(day))
                .as("%s", at)
                .isEqualTo(day.atStartOfDay(Seoul.ZONE).toInstant());
        assertThat(Seoul.instant(day, time))
                .as("%s", at)
                .isEqualTo(day.atTime(time).atZone(Seoul.ZONE).toInstant());
    }
}
