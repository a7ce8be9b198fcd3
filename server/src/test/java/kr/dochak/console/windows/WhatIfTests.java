package kr.dochak.console.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kr.dochak.compensation.Lateness;
import kr.dochak.promise.accuracy.PastOrder;
import kr.dochak.promise.accuracy.PastOrders;
import kr.dochak.promise.windows.DayChance;
import kr.dochak.promise.windows.DayChances;
import kr.dochak.promise.windows.DayChances.Way;
import kr.dochak.promise.windows.Window;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Won;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** PRM-1: what other promises would have meant. Ordered on the 1st; the middle is the 3rd, nine of ten by the 5th. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WhatIfTests {

    private static PastOrder came(int day) {
        return new PastOrder(
                new Way("kr.hanjin", "인천", "서울"),
                at(1),
                new Window(at(2), at(3), at(5), WindowBasis.none()),
                at(day),
                true,
                null,
                new Won(20_000));
    }

    /** By noon of the 3rd half of them, of the 5th nine of ten: on the line between. */
    private static DayChances chances(PastOrder order) {
        return new DayChances(List.of(
                new DayChance(LocalDate.of(2026, 6, 3), .6),
                new DayChance(LocalDate.of(2026, 6, 4), .8),
                new DayChance(LocalDate.of(2026, 6, 5), .95)));
    }

    private static Instant at(int day) {
        return LocalDate.of(2026, 6, day).atTime(12, 0).atZone(Seoul.ZONE).toInstant();
    }

    private static WhatIf of(long all, PastOrder... orders) {
        return WhatIf.of(
                new PastOrders(List.of(orders), all),
                List.of(50, 70, 90),
                WhatIfTests::chances,
                late -> new Won(1_000L * late.size()));
    }

    @Test
    void PRM_1_a_surer_promise_is_later_and_missed_less_often() {
        WhatIf whatIf = of(4, came(3), came(4), came(5), came(7));
        assertThat(whatIf.choices())
                .containsExactly(
                        new WhatIf.Choice(50, 50, 2, .75, new Won(3_000), Map.of(2L, 1d)),
                        new WhatIf.Choice(70, 70, 3, .5, new Won(2_000), Map.of(3L, 1d)),
                        new WhatIf.Choice(90, 90, 4, .25, new Won(1_000), Map.of(4L, 1d)));
    }

    @Test
    void what_a_sample_would_have_cost_is_told_for_all_orders() {
        WhatIf whatIf = of(400, came(3), came(4), came(5), came(7));
        assertThat(whatIf.choices().getFirst().cost()).isEqualTo(new Won(300_000));
        assertThat(whatIf.placeOf(70)).isEqualTo(1);
        assertThat(whatIf.placeOf(71)).isEqualTo(-1);
    }

    @Test
    void lateness_counts_from_the_end_of_the_supposed_day() {
        List<Lateness> told = new java.util.ArrayList<>();
        WhatIf.of(new PastOrders(List.of(came(5)), 1), List.of(50), WhatIfTests::chances, late -> {
            told.addAll(late);
            return Won.ZERO;
        });
        assertThat(told)
                .singleElement()
                .extracting(late -> late.late().toHours())
                .isEqualTo(36L);
    }

    @Test
    void without_orders_there_is_nothing_to_choose_by() {
        assertThat(of(0).choices()).isEmpty();
    }

    @Test
    void UI_quantiles_that_promise_the_same_days_are_one_choice() {
        WhatIf whatIf = WhatIf.of(
                new PastOrders(List.of(came(3), came(4)), 2),
                List.of(50, 55, 60, 65, 80, 90),
                WhatIfTests::chances,
                late -> Won.ZERO);
        assertThat(whatIf.choices())
                .extracting(WhatIf.Choice::from, WhatIf.Choice::quantile)
                .containsExactly(tuple(50, 60), tuple(65, 80), tuple(90, 90));
        assertThat(whatIf.placeOf(55)).isZero();
        assertThat(whatIf.isChoice()).isTrue();
        assertThat(whatIf.choices().getFirst().usual()).containsExactly(Map.entry(2L, 1d));
    }

    @Test
    void UI_one_day_for_all_is_no_choice_and_no_flat_line() {
        WhatIf whatIf = WhatIf.of(
                new PastOrders(List.of(came(3)), 1),
                List.of(50, 70, 90),
                order -> new DayChances(List.of(new DayChance(LocalDate.of(2026, 6, 3), .97))),
                late -> Won.ZERO);
        assertThat(whatIf.isChoice()).isFalse();
        assertThat(whatIf.choices())
                .singleElement()
                .extracting(WhatIf.Choice::quantile)
                .isEqualTo(90);
    }
}
