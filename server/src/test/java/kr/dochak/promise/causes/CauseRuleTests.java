package kr.dochak.promise.causes;

import static org.assertj.core.api.Assertions.assertThat;

import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.causes.CauseRule.Preparation;
import kr.dochak.promise.windows.Stage;
import kr.dochak.tracking.ScanReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-4: the carrier's own reason before silence, silence before where the parcel stands. */
class CauseRuleTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            PREDICTED | IN_TRANSIT       | HUB_BACKLOG      | 옥천HUB    | -         | HUB_BACKLOG
            PREDICTED | IN_TRANSIT       | MISSORTED        | ''         | -         | MISSORTED
            PREDICTED | IN_TRANSIT       | LINE_HAUL_DELAY  | 옥천HUB    | -         | LINE_HAUL
            PREDICTED | IN_TRANSIT       | CUSTOMS          | 인천       | -         | LINE_HAUL
            OVERDUE   | IN_TRANSIT       | WEATHER          | 옥천HUB    | -         | WEATHER
            PREDICTED | ATTEMPTED        | RECIPIENT_ABSENT | 강남       | -         | ABSENCE
            PREDICTED | ATTEMPTED        | ADDRESS_WRONG    | 강남       | -         | ADDRESS
            PREDICTED | ATTEMPTED        | REFUSED          | 강남       | -         | REFUSED
            PREDICTED | HELD             | DAMAGED          | 옥천HUB    | -         | DAMAGED
            PREDICTED | HELD             | LOST             | 옥천HUB    | -         | LOST
            PREDICTED | IN_TRANSIT       | CARRIER_DATA     | 옥천HUB    | -         | CARRIER_DATA
            SILENT    | IN_TRANSIT       | WEATHER          | 옥천HUB    | -         | WEATHER
            SILENT    | IN_TRANSIT       | -                | 옥천HUB    | -         | CARRIER_DATA
            PREDICTED | ORDERED          | -                | ''         | -         | PICKING
            PREDICTED | ORDERED          | -                | ''         | NOT_BEGUN | PICKING
            PREDICTED | ORDERED          | -                | ''         | PICKING   | PICKING
            PREDICTED | ORDERED          | -                | ''         | PACKED    | HANDOVER
            PREDICTED | PICKED_UP        | -                | 인천센터   | PACKED    | LINE_HAUL
            PREDICTED | IN_TRANSIT       | -                | 곤지암hub  | PACKED    | HUB_BACKLOG
            PREDICTED | IN_TRANSIT       | -                | 옥천 허브  | PACKED    | HUB_BACKLOG
            PREDICTED | IN_TRANSIT       | -                | 대전우편집중국 | PACKED | HUB_BACKLOG
            PREDICTED | PICKED_UP        | -                | 인천터미널 | PACKED    | HUB_BACKLOG
            PREDICTED | HELD             | -                | 경부고속도로 | PACKED  | LINE_HAUL
            OVERDUE   | OUT_FOR_DELIVERY | -                | 옥천HUB    | PACKED    | LAST_MILE
            PREDICTED | ATTEMPTED        | -                | 강남SUB    | PACKED    | ABSENCE
            """)
    void PRM_4_the_cause_comes_from_the_evidence(
            DelayKind kind,
            Stage stage,
            @Nullable ScanReason reason,
            String place,
            @Nullable Preparation warehouse,
            DelayCause cause) {
        assertThat(CauseRule.ofStage(kind, stage, reason, place, warehouse, null))
                .isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            PREDICTED | IN_TRANSIT       | -           | 옥천HUB | PACKED    | WEATHER   | WEATHER
            OVERDUE   | OUT_FOR_DELIVERY | -           | 춘천    | PACKED    | WEATHER   | WEATHER
            PREDICTED | PICKED_UP        | -           | 인천    | PACKED    | LINE_HAUL | LINE_HAUL
            PREDICTED | IN_TRANSIT       | HUB_BACKLOG | 옥천HUB | PACKED    | WEATHER   | HUB_BACKLOG
            SILENT    | IN_TRANSIT       | -           | 옥천HUB | PACKED    | WEATHER   | CARRIER_DATA
            PREDICTED | ORDERED          | -           | ''      | PACKED    | WEATHER   | WEATHER
            PREDICTED | ORDERED          | -           | ''      | -         | WEATHER   | WEATHER
            PREDICTED | ORDERED          | -           | ''      | PICKING   | WEATHER   | PICKING
            PREDICTED | ORDERED          | -           | ''      | NOT_BEGUN | WEATHER   | PICKING
            """)
    void PRM_4_a_warning_on_the_way_is_the_cause_unless_the_carrier_or_the_warehouse_is(
            DelayKind kind,
            Stage stage,
            @Nullable ScanReason reason,
            String place,
            @Nullable Preparation warehouse,
            DelayCause area,
            DelayCause cause) {
        assertThat(CauseRule.ofStage(kind, stage, reason, place, warehouse, area))
                .isEqualTo(cause);
    }
}
