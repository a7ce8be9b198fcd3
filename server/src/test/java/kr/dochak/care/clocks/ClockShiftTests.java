package kr.dochak.care.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.BusinessHours;
import kr.dochak.shared.Seoul;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A18, CAR-4: what is left of a business clock stays left when a day becomes a holiday, or is none any more. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockShiftTests {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final BusinessCalendar BEFORE = BusinessCalendar.korea();
    private static final BusinessCalendar AFTER = BEFORE.with(Set.of(TUESDAY), Set.of());
    private static final Instant NOW = at(LocalDateTime.of(2026, 11, 23, 16, 0));

    private static Instant at(LocalDateTime local) {
        return local.atZone(Seoul.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # due before the day: it stays
            2026-11-23T17:30, 2026-11-23T17:30
            # due on the day: two hours were left of Monday, and one of the next business day
            2026-11-24T10:00, 2026-11-25T10:00
            2026-11-24T18:00, 2026-11-25T18:00
            2026-11-26T12:00, 2026-11-27T12:00
            # over the weekend
            2026-11-27T15:00, 2026-11-30T15:00
            # over already
            2026-11-23T11:00, 2026-11-23T11:00
            """)
    void A18_a_clock_waits_for_the_holiday(LocalDateTime due, LocalDateTime moved) {
        ClockShift closed = new ClockShift(BEFORE, AFTER, BusinessHours.NINE_TO_SIX, TUESDAY, NOW);
        assertThat(closed.of(at(due))).isEqualTo(at(moved));
        ClockShift opened = new ClockShift(AFTER, BEFORE, BusinessHours.NINE_TO_SIX, TUESDAY, NOW);
        assertThat(opened.of(at(moved))).isEqualTo(at(due));
    }
}
