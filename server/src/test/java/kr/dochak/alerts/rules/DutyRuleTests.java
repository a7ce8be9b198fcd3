package kr.dochak.alerts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.Seoul;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MSG-7: duty times follow the Korean calendar. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DutyRuleTests {

    private static final BusinessCalendar KOREA = BusinessCalendar.korea();

    /** 23 November 2026 is a Monday, 25 December a Friday and a holiday. */
    @ParameterizedTest(name = "{0} {1}–{2} at {3}: {4}")
    @CsvSource(textBlock = """
            BUSINESS,  540, 1080, 2026-11-23T09:00, true
            BUSINESS,  540, 1080, 2026-11-23T08:59, false
            BUSINESS,  540, 1080, 2026-11-23T17:59, true
            BUSINESS,  540, 1080, 2026-11-23T18:00, false
            BUSINESS,  540, 1080, 2026-11-28T10:00, false
            BUSINESS,  540, 1080, 2026-12-25T10:00, false
            OFF,       540, 1080, 2026-12-25T10:00, true
            OFF,       540, 1080, 2026-11-28T10:00, true
            OFF,       540, 1080, 2026-11-23T10:00, false
            EVERY,       0, 1440, 2026-12-25T23:59, true
            EVERY,    1320,  360, 2026-11-23T23:00, true
            EVERY,    1320,  360, 2026-11-24T05:59, true
            EVERY,    1320,  360, 2026-11-24T06:00, false
            EVERY,    1320,  360, 2026-11-23T12:00, false
            BUSINESS, 1320,  360, 2026-11-28T05:00, true
            BUSINESS, 1320,  360, 2026-11-23T05:00, false
            OFF,      1320,  360, 2026-11-30T05:00, true
            MON,       540, 1080, 2026-11-23T10:00, true
            MON,       540, 1080, 2026-11-24T10:00, false
            SUN,       540, 1080, 2026-11-29T10:00, true
            """)
    void MSG_7_a_shift_runs_in_its_hours_of_its_days(
            Shift.Days days, int from, int until, LocalDateTime at, boolean on) {
        Shift shift = new Shift(1, 7, days, from, until);
        assertThat(DutyRule.runs(shift, at.atZone(Seoul.ZONE).toInstant(), KOREA::isBusinessDay))
                .isEqualTo(on);
    }
}
