package kr.dochak.promise.causes;

import static kr.dochak.promise.windows.Rules.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.causes.LostTime.Part;
import kr.dochak.promise.windows.Rules;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.hubs.UsualTimes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-4 where nothing is learned yet: what its carrier does with any parcel, and what places are called, says what a wait is. */
class UnlearnedTests {

    private static final CauseSettings SETTINGS = SituationRuleTests.SETTINGS;

    /** A carrier that rests on Sundays; parts of the way as part, place, from and until. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            LEG 인천터미널 금 19:30 금 21:30, STAY 대전메가허브 금 21:30 토 02:15, LEG 대전메가허브 토 02:15 토 19:00, STAY 유성터미널 토 19:00 - | 일 20:00 | the vans rest on Sunday               | LINE_HAUL   | 대전메가허브
            LEG 인천터미널 목 19:30 목 21:30, STAY 대전메가허브 목 21:30 금 02:15, LEG 대전메가허브 금 02:15 금 06:00, STAY 유성터미널 금 06:00 - | 금 22:00 | a terminal after a hub is a depot     | LAST_MILE   | 유성터미널
            LEG 인천터미널 목 19:30 목 21:30, STAY 대전메가허브 목 21:30 금 02:15, LEG 대전메가허브 금 02:15 금 13:30, STAY 유성지점 금 13:30 -   | 토 07:00 | what comes at noon waits for the morning | LINE_HAUL | 대전메가허브
            LEG 인천터미널 목 19:30 목 21:30, STAY 대전터미널 목 21:30 -                                                                | 금 13:00 | a terminal before any hub may be one   | HUB_BACKLOG | 대전터미널
            LEG 인천터미널 목 19:30 목 21:30, STAY 대전메가허브 목 21:30 -                                                              | 금 13:00 | a hub                                  | HUB_BACKLOG | 대전메가허브
            """)
    void PRM_4_at_a_depot_of_which_nothing_is_learned_parcels_wait_for_the_next_vans(
            String way, String now, String story, DelayCause cause, String place) {
        Optional<Reason> reason = CauseRule.ofWay(spent("대전", way, now), SETTINGS.behind());
        assertThat(reason).hasValueSatisfying(found -> {
            assertThat(found.cause()).as(story).isEqualTo(cause);
            assertThat(found.place()).as(story).isEqualTo(place);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            서울      | 수 12:00 | LINE_HAUL
            제주      | 수 12:00 | -
            경북 도서 | 수 12:00 | -
            경북 도서 | 금 12:00 | LINE_HAUL
            """)
    void PRM_4_a_ferry_of_which_nothing_is_learned_may_not_sail_for_days(
            String to, String now, @Nullable DelayCause cause) {
        Optional<Reason> reason = CauseRule.ofWay(
                spent(to, "LEG 인천터미널 월 19:30 월 21:30, STAY 대전메가허브 월 21:30 화 02:15, LEG 대전메가허브 화 02:15 -", now),
                SETTINGS.behind());
        assertThat(reason.map(Reason::cause)).isEqualTo(Optional.ofNullable(cause));
    }

    private static List<Spent> spent(String to, String way, String now) {
        LateParcel parcel = new LateParcel(
                new ShipmentId(1),
                new MallId(1),
                "kr.hanjin",
                "인천",
                to,
                at("월 10:00"),
                at("월 11:00"),
                false,
                new Reason(DelayCause.CARRIER_DATA, null));
        return new WayRule(
                        parcel,
                        UsualTimes.NONE,
                        Rules.CALENDARS.of("kr.hanjin", "인천"),
                        (area, from, until) -> Optional.empty(),
                        SETTINGS,
                        at(now))
                .spent(passages(way), null);
    }

    private static List<Passage> passages(String written) {
        List<Passage> passages = new ArrayList<>();
        for (String each : written.split(", ")) {
            String[] part = each.strip().split(" ");
            Instant until = part[4].equals("-") ? null : at(part[4] + " " + part[5]);
            passages.add(new Passage(Part.valueOf(part[0]), part[1], "", at(part[2] + " " + part[3]), until, null));
        }
        return passages;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            서울      | PT5H    | PT5H | false
            서울      | PT5H59M | PT5H | false
            서울      | PT6H    | PT5H | true
            서울      | PT25H   | -    | true
            제주      | PT25H   | -    | false
            전남 도서 | PT25H   | -    | false
            전남 도서 | PT73H   | -    | true
            서울      | -       | PT5H | false
            """)
    void PRM_4_only_what_is_well_behind_the_usual_counts_for_a_situation(
            String to, @Nullable Duration spent, @Nullable Duration usual, boolean behind) {
        LatePromise late = new LatePromise(
                1,
                1,
                "kr.hanjin",
                "인천",
                to,
                DelayCause.HUB_BACKLOG,
                "대전메가허브",
                at("월 18:00"),
                at("월 21:30"),
                spent,
                usual);
        assertThat(late.isBehind(SETTINGS)).isEqualTo(behind);
    }

    /** Told while it lasted, of what was in time after all. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            월 10:00 | 화 09:00 | 화 09:00 | it has left since
            월 10:00 | -        | -        | it is still there
            월 09:00 | 화 09:00 | -        | told of another time
            """)
    void PRM_4_what_was_told_and_is_over_lasts_no_longer(
            String told, @Nullable String over, @Nullable String until, String story) {
        Instant ended = over == null ? null : at(over);
        Passage stay = new Passage(Part.STAY, "인천터미널", "", at("월 10:00"), ended, null);
        Reason known = new Reason(DelayCause.HUB_BACKLOG, new LostTime(Part.STAY, "인천터미널", "", at(told), null, null));
        LateParcel parcel = new LateParcel(
                new ShipmentId(1), new MallId(1), "kr.hanjin", "인천", "대전", at("월 10:00"), ended, true, known);
        Spent spent = new Spent(stay, Duration.ZERO, Duration.ZERO, Duration.ofHours(24), false, null);
        Reason now = CauseRule.placed(known, parcel, List.of(spent));
        assertThat(now.cause()).isEqualTo(DelayCause.HUB_BACKLOG);
        LostTime lost = now.lost();
        assertThat(lost).isNotNull();
        assertThat(lost.until()).as(story).isEqualTo(until == null ? null : at(until));
    }
}
