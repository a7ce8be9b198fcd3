package kr.dochak.care.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.BusinessHours;
import kr.dochak.shared.Seoul;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CAR-4: until when a case is answered, solved and put before the lead. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlaPolicyTests {

    private final BusinessCalendar korea = BusinessCalendar.korea();

    @ParameterizedTest
    @CsvSource(textBlock = """
            # opened on a Monday morning
            HIGH,      2026-11-23T10:00, 2026-11-23T11:00, 2026-11-24T10:00, 2026-11-24T10:00
            IMPORTANT, 2026-11-23T10:00, 2026-11-23T14:00, 2026-11-25T10:00, 2026-11-25T10:00
            NORMAL,    2026-11-23T10:00, 2026-11-24T10:00, 2026-11-30T10:00, 2026-11-25T10:00
            # real time does not stop for 추석 or the night
            HIGH,      2026-09-24T23:30, 2026-09-25T00:30, 2026-09-25T23:30, 2026-09-25T23:30
            NORMAL,    2026-09-24T23:30, 2026-09-25T23:30, 2026-10-01T23:30, 2026-09-26T23:30
            """)
    void by_default_all_clocks_run_in_real_time(
            Urgency urgency, LocalDateTime opened, LocalDateTime reply, LocalDateTime solve, LocalDateTime escalate) {
        check(SlaPolicy.defaults(), urgency, opened, reply, solve, escalate);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # four hours to answer, two days of nine hours to solve, one to escalate
            2026-11-23T10:00, 2026-11-23T14:00, 2026-11-25T10:00, 2026-11-24T10:00
            2026-11-20T16:00, 2026-11-23T11:00, 2026-11-24T16:00, 2026-11-23T16:00
            2026-11-21T02:00, 2026-11-23T13:00, 2026-11-24T18:00, 2026-11-23T18:00
            # over 추석 2025: 10/3 to 10/9 closed
            2025-10-02T17:00, 2025-10-10T12:00, 2025-10-13T17:00, 2025-10-10T17:00
            # over 설 2026
            2026-02-13T17:00, 2026-02-19T12:00, 2026-02-20T17:00, 2026-02-19T17:00
            """)
    void a_business_clock_stands_still_at_night_and_on_holidays(
            LocalDateTime opened, LocalDateTime reply, LocalDateTime solve, LocalDateTime escalate) {
        check(business(4, 18, 9), Urgency.NORMAL, opened, reply, solve, escalate);
    }

    @Test
    void danger_is_counted_in_real_time_whatever_the_others_do() {
        check(
                business(4, 18, 9),
                Urgency.HIGH,
                LocalDateTime.parse("2026-09-25T03:00"),
                LocalDateTime.parse("2026-09-25T04:00"),
                LocalDateTime.parse("2026-09-26T03:00"),
                LocalDateTime.parse("2026-09-26T03:00"));
    }

    @Test
    void a_policy_knows_every_urgency() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SlaPolicy(Map.of()));
    }

    private void check(
            SlaPolicy policy,
            Urgency urgency,
            LocalDateTime opened,
            LocalDateTime reply,
            LocalDateTime solve,
            LocalDateTime escalate) {
        assertThat(policy.due(urgency, seoul(opened), korea))
                .isEqualTo(new SlaPolicy.Due(seoul(reply), seoul(solve), seoul(escalate)));
    }

    private static SlaPolicy business(int reply, int solve, int escalate) {
        Map<Urgency, SlaPolicy.Target> targets =
                new EnumMap<>(SlaPolicy.defaults().targets());
        targets.put(
                Urgency.NORMAL,
                new SlaPolicy.Target(
                        SlaPolicy.Clock.BUSINESS,
                        BusinessHours.NINE_TO_SIX,
                        Duration.ofHours(reply),
                        Duration.ofHours(solve),
                        Duration.ofHours(escalate)));
        return new SlaPolicy(targets);
    }

    private static Instant seoul(LocalDateTime time) {
        return time.atZone(Seoul.ZONE).toInstant();
    }
}
