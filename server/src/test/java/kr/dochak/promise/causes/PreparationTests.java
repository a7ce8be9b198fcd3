package kr.dochak.promise.causes;

import static kr.dochak.promise.windows.Rules.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.causes.LostTime.Part;
import kr.dochak.promise.windows.Rules;
import kr.dochak.promise.windows.Window;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.hubs.UsualTimes;
import kr.dochak.tracking.hubs.UsualTimesTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-4: what is usual before a carrier has a parcel, and what is told of one that no part of its way explains. */
class PreparationTests {

    /** The mall takes orders until two; its other centre may close its lists a little earlier. */
    @ParameterizedTest(name = "ordered {0}, labelled {1}: usually ready on {2}")
    @CsvSource(nullValues = "-", textBlock = """
            월 13:20, -,        월
            월 13:45, -,        화
            월 13:45, 화 10:30, 화
            월 13:45, 월 23:40, 월
            월 14:10, -,        화
            토 13:45, -,        다음 월
            """)
    void PRM_4_what_is_ordered_at_the_last_minute_may_be_prepared_with_the_next_days(
            String ordered, @Nullable String labelled, String ready) {
        UsualDepartures usual =
                new UsualDepartures(at(ordered), new MallId(1), Rules.CUTOFF, Rules.CJ, Rules.DEPARTURES);
        Window window = usual.ready(labelled == null ? null : at(labelled));
        assertThat(Seoul.dateOf(window.p50())).isEqualTo(Seoul.dateOf(at(ready + " 12:00")));
    }

    /** Some days without people make nine of ten late; the first of them come as early as ever. */
    @ParameterizedTest(name = "{0}, {1} and {2}: until {3}")
    @CsvSource({
        "화 09:00, 화 10:00, 화 11:00, 화 11:00",
        "화 09:00, 화 10:00, 수 01:00, 화 14:00",
        "월 20:00, 화 10:00, 수 01:00, 수 01:00",
        "월 20:00, 화 10:00, 목 10:00, 수 14:00",
    })
    void PRM_4_a_mall_that_lacked_people_of_late_is_not_expected_to_lack_them_again(
            String first, String half, String most, String until) {
        Window ready = new Window(at(first), at(half), at(most), new WindowBasis.LaneDefault("*", "서울"));
        assertThat(WayRule.mostReady(ready)).isEqualTo(at(until));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            STAY, true,  LINE_HAUL,   -,               LAST_MILE
            STAY, true,  HUB_BACKLOG, -,               LAST_MILE
            STAY, true,  LINE_HAUL,   LINE_HAUL_DELAY, LINE_HAUL
            STAY, true,  WEATHER,     -,               WEATHER
            STAY, false, LINE_HAUL,   -,               LINE_HAUL
            LEG,  false, LINE_HAUL,   -,               LINE_HAUL
            """)
    void PRM_4_what_stays_at_a_depot_waits_for_a_driver_and_is_in_no_truck(
            Part part, boolean door, DelayCause known, @Nullable ScanReason why, DelayCause told) {
        Instant came = at("월 10:00");
        Spent spent = new Spent(
                new Passage(part, "강남SUB", "", came, null, why), Duration.ZERO, Duration.ZERO, null, door, null);
        LateParcel parcel = new LateParcel(
                new ShipmentId(1),
                new MallId(1),
                "kr.cjlogistics",
                "인천",
                "서울",
                came,
                came,
                false,
                new Reason(known, null));
        assertThat(CauseRule.placed(parcel.known(), parcel, List.of(spent)).cause())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"HUB, 옥천HUB, 1", "DEPOT, 강남SUB, 2"})
    void PRM_4_a_depot_may_be_twice_as_busy_as_usual_before_a_handful_is_a_situation(
            Situation.Kind kind, String place, double times) {
        UsualTimes usual = UsualTimesTests.korea();
        Traffic traffic = new Traffic(
                List.of(new Traffic.Flow(1, "kr.cjlogistics", "인천", "서울", null, 1_000_000, 1_000_000)), usual);
        double passing = usual.perDay(UsualTimes.Kind.STAY, "kr.cjlogistics", place);
        assertThat(passing).isPositive();
        assertThat(traffic.exposed(new Factor(kind, 0, "kr.cjlogistics", place, "")))
                .isEqualTo(times * passing);
    }
}
