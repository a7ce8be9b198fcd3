package kr.dochak.promise.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-2: when the windows of a group have drifted, by seven days of deliveries. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DriftRuleTests {

    @ParameterizedTest(name = "{0} held {2} of {1}, alarm {3} → {4}")
    @CsvSource(delimiter = '|', textBlock = """
            ALL     | 100  | 74  | false | RAISE
            ALL     | 100  | 75  | false | NOTHING
            ALL     | 99   | 10  | false | NOTHING
            ALL     | 1000 | 860 | false | NOTHING
            ALL     | 1000 | 861 | false | RAISE
            ALL     | 1000 | 760 | true  | KEEP
            ALL     | 1000 | 770 | true  | CLEAR
            ALL     | 1000 | 841 | true  | KEEP
            ALL     | 24   | 0   | true  | CLEAR
            ALL     | 25   | 0   | true  | KEEP
            CARRIER | 200  | 139 | false | RAISE
            CARRIER | 199  | 20  | false | NOTHING
            CARRIER | 200  | 140 | false | NOTHING
            CARRIER | 200  | 181 | false | RAISE
            CARRIER | 200  | 143 | true  | KEEP
            CARRIER | 200  | 144 | true  | CLEAR
            LANE    | 200  | 139 | false | RAISE
            LANE    | 200  | 160 | true  | CLEAR
            LANE    | 0    | 0   | true  | CLEAR
            LANE    | 0    | 0   | false | NOTHING
            """)
    void PRM_2_an_alarm_needs_evidence_to_begin_and_to_end(
            DriftRule.Kind kind, long told, long inside, boolean open, DriftRule.Verdict verdict) {
        Coverage week = new Coverage(told, inside, 0, told - inside, 0, 0, 0, 0);
        assertThat(DriftRule.judge(kind, week, open)).isEqualTo(verdict);
    }
}
