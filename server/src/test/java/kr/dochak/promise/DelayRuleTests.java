package kr.dochak.promise;

import static kr.dochak.promise.windows.Rules.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.causes.CauseRule;
import kr.dochak.promise.causes.CauseRule.Preparation;
import kr.dochak.promise.windows.Stage;
import kr.dochak.promise.windows.WarningCosts;
import kr.dochak.promise.windows.Window;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.tracking.ScanReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-4: when a broken promise is certain, and why it broke. The promise is Tuesday. */
class DelayRuleTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            earliest | last chance | silent   | now         | kind      | since
            화 10:00 | 화 08:00    | -        | 화 07:59    | -         | 화 08:00
            화 10:00 | 화 08:00    | -        | 화 08:00    | PREDICTED | 화 08:00
            화 10:00 | 화 08:00    | -        | 화 11:00    | PREDICTED | 화 08:00
            수 10:00 | 화 13:00    | -        | 화 03:00    | PREDICTED | 화 03:00
            수 10:00 | 화 13:00    | -        | 화 15:00    | PREDICTED | 화 13:00
            화 10:00 | -           | -        | 화 12:00    | -         | 수 00:00
            화 10:00 | -           | -        | 수 00:00    | OVERDUE   | 수 00:00
            수 10:00 | -           | -        | 수 00:00    | OVERDUE   | 수 00:00
            화 10:00 | -           | 화 12:00 | 화 11:00    | -         | 화 12:00
            화 10:00 | -           | 화 12:00 | 화 12:00    | SILENT    | 화 12:00
            화 10:00 | 화 13:00    | 화 12:00 | 화 14:00    | SILENT    | 화 12:00
            화 10:00 | 화 12:00    | 화 13:00 | 화 14:00    | PREDICTED | 화 12:00
            """, useHeadersInDisplayName = true)
    void PRM_4_the_earliest_certainty_counts(
            String earliest, String lastChance, String silent, String now, DelayKind kind, String since) {
        Instant p10 = at(earliest);
        DelayRule.Verdict verdict = DelayRule.judge(
                at("화 끝"),
                new Window(p10, p10, p10, WindowBasis.none()),
                .9,
                lastChance == null ? Instant.MAX : at(lastChance),
                silent == null ? Instant.MAX : at(silent),
                at(now));
        assertThat(verdict)
                .isEqualTo(
                        kind == null
                                ? new DelayRule.Verdict.Wait(at(since))
                                : new DelayRule.Verdict.Certain(kind, at(since)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p10      | p50      | p90      | late with | wrong costs | missed costs | warned
            화 12:00 | 화 18:00 | 수 06:00 | .30       | 4500        | 500          | false
            화 20:00 | 수 08:00 | 수 20:00 | .77       | 4500        | 500          | false
            화 20:00 | 수 08:00 | 수 20:00 | .77       | 700         | 300          | true
            수 01:00 | 수 08:00 | 수 20:00 | .91       | 4500        | 500          | true
            수 01:00 | 수 08:00 | 수 20:00 | .91       | 950         | 50           | false
            화 06:00 | 화 12:00 | 화 18:00 | 0         | 4500        | 500          | false
            화 12:00 | 화 18:00 | 화 20:00 | 0         | 0           | 500          | false
            화 12:00 | 화 18:00 | 수 06:00 | .30       | 0           | 500          | true
            """, useHeadersInDisplayName = true)
    void PRM_4_a_delay_is_foreseen_when_a_wrong_warning_is_the_cheaper_mistake(
            String p10, String p50, String p90, double chance, long wrong, long missed, boolean warned) {
        Window window = new Window(at(p10), at(p50), at(p90), WindowBasis.none());
        Instant now = at("화 03:00");
        DelayRule.Verdict verdict = DelayRule.judge(
                at("화 끝"), window, new WarningCosts(wrong, missed).surelyLate(), Instant.MAX, Instant.MAX, now);
        assertThat(window.chanceAfter(at("화 끝"))).isCloseTo(chance, within(.01));
        assertThat(verdict)
                .isEqualTo(
                        warned
                                ? new DelayRule.Verdict.Certain(DelayKind.PREDICTED, now)
                                : new DelayRule.Verdict.Wait(at("수 00:00")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            kind      | stage            | reason           | place        | warehouse | cause
            PREDICTED | ORDERED          | -                | -            | NOT_BEGUN | PICKING
            PREDICTED | ORDERED          | -                | -            | PICKING   | PICKING
            PREDICTED | ORDERED          | -                | -            | PACKED    | HANDOVER
            PREDICTED | IN_TRANSIT       | -                | 곤지암Hub    | -         | HUB_BACKLOG
            PREDICTED | IN_TRANSIT       | -                | 대전우편집중국 | -       | HUB_BACKLOG
            PREDICTED | IN_TRANSIT       | -                | 강남SUB      | -         | LINE_HAUL
            PREDICTED | PICKED_UP        | -                | 인천센터     | -         | LINE_HAUL
            OVERDUE   | OUT_FOR_DELIVERY | -                | 강남SUB      | -         | LAST_MILE
            PREDICTED | ATTEMPTED        | -                | 강남SUB      | -         | ABSENCE
            PREDICTED | ATTEMPTED        | RECIPIENT_ABSENT | 강남SUB      | -         | ABSENCE
            PREDICTED | HELD             | WEATHER          | 제주항       | -         | WEATHER
            PREDICTED | HELD             | MISSORTED        | 강남SUB      | -         | MISSORTED
            PREDICTED | HELD             | CUSTOMS          | 인천공항     | -         | LINE_HAUL
            SILENT    | IN_TRANSIT       | -                | 곤지암HUB    | -         | CARRIER_DATA
            SILENT    | IN_TRANSIT       | HUB_BACKLOG      | 곤지암HUB    | -         | HUB_BACKLOG
            """, useHeadersInDisplayName = true)
    void PRM_4_the_carriers_own_reason_first_then_where_it_stands_still(
            DelayKind kind, Stage stage, ScanReason reason, String place, Preparation warehouse, DelayCause cause) {
        assertThat(CauseRule.ofStage(kind, stage, reason, place == null ? "" : place, warehouse, null))
                .isEqualTo(cause);
    }
}
