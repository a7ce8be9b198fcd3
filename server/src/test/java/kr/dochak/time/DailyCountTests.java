package kr.dochak.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DailyCountTests {

    private static final LocalDate TENTH = LocalDate.parse("2026-11-10");

    /** Remembers in memory what modules keep in a table. */
    private static final class Remembered implements DailyCount.Days {

        private final Map<LocalDate, LocalDate> counted = new TreeMap<>();

        @Override
        public Map<LocalDate, LocalDate> counted(LocalDate from) {
            return counted;
        }

        @Override
        public void count(LocalDate day, LocalDate today) {
            counted.put(day, today);
        }
    }

    private final DailyCount days = new DailyCount(5, 2, new Remembered());

    private List<Integer> countAll(LocalDate today) {
        List<Integer> counted = new ArrayList<>();
        for (var day = days.countNext(today); day.isPresent(); day = days.countNext(today)) {
            counted.add(day.get().getDayOfMonth());
        }
        return counted;
    }

    @Test
    void a_new_installation_counts_back_the_oldest_first_and_each_day_once() {
        assertThat(countAll(TENTH)).containsExactly(5, 6, 7, 8, 9);
        assertThat(countAll(TENTH)).isEmpty();
    }

    @Test
    void the_last_days_are_counted_again_on_the_next_day_and_missed_days_are_caught_up() {
        countAll(TENTH);
        assertThat(countAll(TENTH.plusDays(1))).containsExactly(9, 10);
        assertThat(countAll(TENTH.plusDays(4))).containsExactly(11, 12, 13);
    }
}
