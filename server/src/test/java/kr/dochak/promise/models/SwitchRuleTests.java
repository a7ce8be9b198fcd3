package kr.dochak.promise.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import kr.dochak.promise.models.ModelComparison.By;
import kr.dochak.promise.models.ModelComparison.Group;
import kr.dochak.promise.models.WindowErrors.Outcome;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-5: when windows come from a new model. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SwitchRuleTests {

    @ParameterizedTest(name = "over all {0}, a group of {2} {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            1.000 | 1.00 | 200 | used
            0.900 | 1.09 | 200 | used
            0.900 | 1.11 | 199 | used
            0.900 | 1.11 | 200 | kr.hanjin: windows 11.0 % worse than before on 200 of them
            1.001 | 0.50 | 200 | over all: windows 0.1 % worse than before on 1,000 of them
            """)
    void a_candidate_must_not_be_worse_and_nowhere_much_worse(double overall, double group, int size, String said) {
        ModelComparison comparison = comparison(overall, group, size);
        assertThat(SwitchRule.against(comparison).isEmpty()).isEqualTo(said.equals("used"));
        if (!said.equals("used")) {
            assertThat(SwitchRule.reason(comparison)).isEqualTo(said);
        }
    }

    @Test
    void a_window_is_judged_by_all_of_its_ends() {
        WindowErrors errors = WindowErrors.of(List.of(new Outcome(1, 2, 4, 3), new Outcome(1, 2, 4, 5)));
        assertThat(errors.windows()).isEqualTo(2);
        assertThat(errors.mae()).isCloseTo(2, within(1e-9));
        assertThat(errors.coverage()).isEqualTo(.5);
        assertThat(errors.width()).isEqualTo(3);
        assertThat(errors.pinball90()).isCloseTo((.1 + .9) / 2, within(1e-9));
    }

    static ModelComparison comparison(double overall, double group) {
        return comparison(overall, group, 500);
    }

    private static ModelComparison comparison(double overall, double group, int size) {
        return new ModelComparison(
                new Group(By.ALL, "", errors(1_000, overall), errors(1_000, 1), errors(1_000, 2)),
                List.of(new Group(By.CARRIER, "kr.hanjin", errors(size, group), errors(size, 1), errors(size, 2))));
    }

    private static WindowErrors errors(int windows, double loss) {
        return new WindowErrors(windows, loss, loss, .8, 2, loss);
    }
}
