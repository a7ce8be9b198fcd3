package kr.dochak.tracking.hubs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import kr.dochak.shared.Seoul;
import kr.dochak.tracking.hubs.UsualTimes.Kind;
import kr.dochak.tracking.hubs.UsualTimes.Usual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-4: what is usual at an hour, and at an hour at which hardly anything happens. */
public class UsualTimesTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    /**
     * A hub where parcels come from nine to midnight and stay five hours at first and three later; lanes from it; a depot where they come by
     * five, and leave with drivers.
     */
    public static UsualTimes korea() {
        return new UsualTimes(Map.of(
                key(Kind.STAY, "옥천HUB", ""),
                        hours(Map.of(21, hour(300, 0, 300, 390), 23, hour(200, 0, 180, 300), 3, hour(4, 0, 10, 10))),
                key(Kind.STAY, "강남SUB", ""), hours(Map.of(5, hour(400, 399, 240, 360), 6, hour(400, 400, 210, 330))),
                key(Kind.LEG, "옥천HUB", "강남SUB"), hours(Map.of(2, hour(90, 0, 180, 270), 12, hour(6, 0, 150, 240))),
                key(Kind.LEG, "옥천HUB", ""), hours(Map.of(2, hour(500, 0, 200, 360), 3, hour(500, 0, 180, 300))),
                key(Kind.LEG, "김포센터", ""), hours(Map.of(23, hour(60, 0, 250, 300))),
                key(Kind.LEG, "제주항", ""), hours(Map.of(14, hour(80, 0, 150, 200))),
                key(Kind.TOUR, "강남SUB", ""), hours(Map.of(9, hour(400, 0, 300, 600)))));
    }

    private static UsualTimes.Key key(Kind kind, String place, String toward) {
        return new UsualTimes.Key(kind, "kr.cjlogistics", place, toward);
    }

    private static UsualTimes.Hours hours(Map<Integer, UsualTimes.Hour> seen) {
        UsualTimes.Hours hours = new UsualTimes.Hours();
        seen.forEach(hours::put);
        return hours;
    }

    private static UsualTimes.Hour hour(long parcels, long doors, long p50, long p90) {
        return new UsualTimes.Hour(10, parcels, doors, p50 * 60, p90 * 60);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            STAY | 옥천HUB | ''      | 21:10 | PT5H     | PT6H30M | false
            STAY | 옥천HUB | ''      | 23:30 | PT3H     | PT5H    | false
            STAY | 옥천HUB | ''      | 22:30 | PT3H30M  | PT5H30M | false
            STAY | 옥천HUB | ''      | 09:00 | PT17H    | PT18H30M | false
            STAY | 강남SUB | ''      | 05:20 | PT4H     | PT6H    | true
            LEG  | 옥천HUB | 강남SUB | 02:15 | PT3H     | PT4H30M | false
            LEG  | 옥천HUB | 수원SUB | 02:15 | PT3H20M  | PT6H    | false
            LEG  | 옥천HUB | 강남SUB | 12:40 | PT2H30M  | PT4H    | false
            STAY | 양산HUB | ''      | 21:10 | -        | -       | false
            """)
    void PRM_4_what_began_at_an_idle_hour_waits_for_the_next_at_which_something_is_known(
            Kind kind,
            String place,
            String toward,
            LocalTime began,
            @Nullable Duration p50,
            @Nullable Duration p90,
            boolean door) {
        Instant at = Seoul.instant(MONDAY, began);
        if (p50 == null) {
            assertThat(korea().of(kind, "kr.cjlogistics", place, toward, at)).isEmpty();
        } else {
            assertThat(korea().of(kind, "kr.cjlogistics", place, toward, at)).contains(new Usual(p50, p90, door));
        }
    }

    @Test
    void PRM_4_how_many_pass_a_place_on_a_day() {
        assertThat(korea().perDay(Kind.STAY, "kr.cjlogistics", "옥천HUB")).isEqualTo(50.4);
        assertThat(korea().perDay(Kind.STAY, "kr.cjlogistics", "양산HUB")).isZero();
        assertThat(UsualTimes.NONE.perDay(Kind.STAY, "kr.cjlogistics", "옥천HUB")).isZero();
    }
}
