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
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ScanView;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.hubs.UsualTimes;
import kr.dochak.tracking.hubs.UsualTimesTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * PRM-4: the cause is where most time beyond the usual was lost. A parcel from 인천 to 서울, ordered on Monday at ten and labelled at eleven,
 * usually fetched at six, at the hub from nine to two, at its depot from five and with a driver from nine.
 */
class WayRuleTests {

    private static final WayRule.Areas CALM = (area, from, until) -> Optional.empty();
    private static final WayRule.Areas SNOW =
            (area, from, until) -> Optional.of(new Spent.Stood(DelayCause.WEATHER, area));

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            P 월 18:00 인천SUB, T 월 19:30 인천SUB, T 월 21:30 옥천HUB                                    | 화 13:00 | still at the hub                    | HUB_BACKLOG | STAY | 옥천HUB | ''
            P 월 18:00 인천SUB, T 월 19:30 인천SUB, T 월 21:30 옥천HUB, T 화 11:30 옥천HUB                | 화 13:00 | left it fourteen hours late         | HUB_BACKLOG | STAY | 옥천HUB | ''
            P 월 18:00 인천SUB, T 월 19:30 인천SUB, T 월 21:30 옥천HUB, T 화 11:30 옥천HUB, T 화 14:20 강남SUB | 수 09:00 | waits at the depot for the next tour | HUB_BACKLOG | STAY | 옥천HUB | ''
            P 월 18:00 인천SUB, T 월 19:30 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB                | 화 13:00 | left in time, and arrived nowhere   | LINE_HAUL   | LEG  | 옥천HUB | ''
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB, T 수 05:40 강남SUB                | 수 07:00 | a day between the hub and the depot | LINE_HAUL   | LEG  | 옥천HUB | 강남SUB
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB, T 화 05:40 강남SUB                | 화 22:00 | nobody took it out                  | LAST_MILE   | STAY | 강남SUB | ''
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB, T 화 05:40 강남SUB, O 화 09:10 강남SUB | 수 06:00 | out and not back                    | LAST_MILE   | TOUR | 강남SUB | ''
            P 화 18:00 인천SUB                                                                            | 화 19:00 | fetched a day late                  | HANDOVER    | WAIT | 인천    | ''
            -                                                                                             | 화 20:00 | never fetched                       | HANDOVER    | WAIT | 인천    | ''
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB, T 화 05:40 강남SUB, O 화 09:10 강남SUB, F 화 15:00 강남SUB RECIPIENT_ABSENT | 화 15:05 | nobody was there   | ABSENCE | AGAIN | 강남SUB | ''
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB, T 화 05:40 강남SUB, O 화 09:10 강남SUB, F 화 15:00 강남SUB ADDRESS_WRONG    | 화 15:05 | the address is wrong | ADDRESS | AGAIN | 강남SUB | ''
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB, T 화 05:40 강남SUB, O 화 09:10 강남SUB, F 화 15:00 강남SUB REFUSED          | 화 15:05 | not accepted         | REFUSED | AGAIN | 강남SUB | ''
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB, T 화 05:40 군포터미널 MISSORTED     | 화 08:00 | sorted to the wrong terminal        | MISSORTED   | AGAIN | 군포터미널 | ''
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB, T 수 05:40 강남SUB LINE_HAUL_DELAY | 수 07:00 | the carrier says it was the truck   | LINE_HAUL   | LEG  | 옥천HUB | 강남SUB
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB, T 수 05:40 강남SUB WEATHER         | 수 07:00 | the carrier says it was the weather | WEATHER     | LEG  | 서울    | ''
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 12:30 옥천HUB, T 화 15:00 강남SUB, O 수 09:10 강남SUB, F 수 12:00 강남SUB RECIPIENT_ABSENT | 목 14:00 | ten hours at a hub, a day for nobody there | ABSENCE | AGAIN | 강남SUB | ''
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 12:30 옥천HUB, T 화 15:00 강남SUB, O 수 09:10 강남SUB, F 수 12:00 강남SUB RECIPIENT_ABSENT | 수 12:05 | ten hours at a hub, and the night that nobody there costs | ABSENCE | AGAIN | 강남SUB | ''
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB, T 화 14:00 제주항                 | 수 14:30 | at a port they are scanned once     | LINE_HAUL   | LEG  | 제주항  | ''
            """)
    void PRM_4_the_cause_is_where_the_time_was_lost(
            @Nullable String scans,
            String now,
            String story,
            DelayCause cause,
            Part part,
            String place,
            String toward) {
        Reason reason = reason(scans, now, UsualTimesTests.korea(), CALM);
        assertThat(reason.cause()).isEqualTo(cause);
        LostTime lost = reason.lost();
        assertThat(lost).isNotNull();
        assertThat(List.of(lost.part(), lost.place(), lost.toward())).isEqualTo(List.of(part, place, toward));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB                 | 화 13:00 | WEATHER     | 서울
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB, T 화 05:40 강남SUB | 화 22:00 | WEATHER | 서울
            P 월 18:00 인천SUB, T 월 19:30 인천SUB, T 월 21:30 옥천HUB                 | 화 13:00 | HUB_BACKLOG | 옥천HUB
            P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 11:30 옥천HUB, T 화 14:20 강남SUB | 수 07:00 | HUB_BACKLOG | 옥천HUB
            """)
    void PRM_4_a_warning_explains_what_was_lost_in_its_province_and_nothing_else(
            String scans, String now, DelayCause cause, String place) {
        Reason reason = reason(scans, now, UsualTimesTests.korea(), SNOW);
        assertThat(reason.cause()).isEqualTo(cause);
        assertThat(reason.place()).isEqualTo(place);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            화 04:00 | 화 12:00 | stood when it was due                   | WEATHER   | 서울
            화 09:30 | 화 20:00 | came hours after it should have arrived | LINE_HAUL | 옥천HUB
            월 12:00 | 화 03:00 | was over before it was due              | LINE_HAUL | 옥천HUB
            """)
    void PRM_4_a_warning_explains_what_was_due_while_it_stood(
            String begins, String ends, String story, DelayCause cause, String place) {
        WayRule.Areas snow = (area, from, until) -> at(begins).isBefore(until) && at(ends).isAfter(from)
                ? Optional.of(new Spent.Stood(DelayCause.WEATHER, area))
                : Optional.empty();
        Reason reason =
                reason("P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB", "화 13:00", UsualTimesTests.korea(), snow);
        assertThat(reason.cause()).as(story).isEqualTo(cause);
        assertThat(reason.place()).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            서울      | -                  | 목 00:30 | PT3H20M
            서울      | T 수 13:00 수원SUB | 목 00:30 | PT3H20M
            경북 도서 | -                  | 금 15:00 | -
            경북 도서 | T 금 13:00 울릉항  | 금 15:00 | -
            경북 도서 | T 수 23:00 강남SUB | 목 00:30 | PT3H
            """)
    void PRM_4_a_leg_to_an_island_is_compared_with_its_like_alone(
            String to, @Nullable String then, String now, @Nullable Duration usual) {
        String scans = "P 월 18:00 인천SUB, T 월 21:30 옥천HUB, T 화 02:15 옥천HUB" + (then == null ? "" : ", " + then);
        LostTime lost = reason(to, scans, now, at("월 11:00"), UsualTimesTests.korea(), CALM)
                .lost();
        assertThat(lost).isNotNull();
        assertThat(lost.part()).isEqualTo(Part.LEG);
        assertThat(lost.usual()).isEqualTo(usual);
    }

    /** A slot's courier drives from the centre to the neighbourhood; what goes by a depot and a hub is in other provinces first. */
    @ParameterizedTest(name = "{0} planned {1} at {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            P 월 23:00 김포센터                                     | false | 화 03:00 | CARRIER_DATA
            P 월 23:00 김포센터                                     | false | 화 03:40 | WEATHER
            P 월 23:00 김포센터                                     | false | 화 12:00 | WEATHER
            P 월 23:00 김포센터                                     | true  | 화 12:00 | LINE_HAUL
            P 월 18:00 인천SUB, T 월 19:30 인천SUB                  | false | 화 12:00 | LINE_HAUL
            P 월 18:00 김포센터, T 화 12:00 옥천HUB                 | false | 화 12:30 | LINE_HAUL
            """)
    void PRM_4_a_storm_at_the_end_of_a_slots_only_leg_explains_it(
            String scans, boolean planned, String now, DelayCause cause) {
        assertThat(reason("서울", planned, scans, now, at("월 11:00"), UsualTimesTests.korea(), SNOW)
                        .cause())
                .isEqualTo(cause);
    }

    @Test
    void PRM_4_how_long_and_what_is_usual_are_known() {
        LostTime lost = reason("P 월 18:00 인천SUB, T 월 21:00 옥천HUB", "화 13:00", UsualTimesTests.korea(), CALM)
                .lost();
        assertThat(lost).isNotNull();
        assertThat(lost.length(at("화 13:00"))).isEqualTo(Duration.ofHours(16));
        assertThat(lost.usual()).isEqualTo(Duration.ofHours(5));
        assertThat(lost.until()).isNull();
    }

    @Test
    void PRM_4_a_new_installation_calls_nothing_usual_that_it_has_not_seen() {
        Reason reason = reason("P 월 18:00 인천SUB, T 월 21:00 옥천HUB", "화 13:00", UsualTimes.NONE, CALM);
        assertThat(reason.cause()).isEqualTo(DelayCause.HUB_BACKLOG);
        assertThat(reason.lost()).isNotNull();
        assertThat(reason.lost().usual()).isNull();
    }

    @Test
    void PRM_4_an_order_that_is_not_ready_is_late_in_its_mall() {
        Reason reason = reason(null, "화 08:00", null, UsualTimesTests.korea(), CALM);
        assertThat(reason.cause()).isEqualTo(DelayCause.PICKING);
        assertThat(reason.place()).isEqualTo("인천");
    }

    private static Reason reason(@Nullable String scans, String now, UsualTimes usual, WayRule.Areas areas) {
        return reason(scans, now, at("월 11:00"), usual, areas);
    }

    private static Reason reason(
            @Nullable String scans, String now, @Nullable Instant ready, UsualTimes usual, WayRule.Areas areas) {
        return reason("서울", scans, now, ready, usual, areas);
    }

    private static Reason reason(
            String to,
            @Nullable String scans,
            String now,
            @Nullable Instant ready,
            UsualTimes usual,
            WayRule.Areas areas) {
        return reason(to, true, scans, now, ready, usual, areas);
    }

    private static Reason reason(
            String to,
            boolean planned,
            @Nullable String scans,
            String now,
            @Nullable Instant ready,
            UsualTimes usual,
            WayRule.Areas areas) {
        LateParcel parcel = new LateParcel(
                new ShipmentId(1),
                new MallId(1),
                "kr.cjlogistics",
                "인천",
                to,
                at("월 10:00"),
                ready,
                planned,
                new Reason(DelayCause.CARRIER_DATA, null));
        UsualDepartures departures =
                new UsualDepartures(parcel.confirmedAt(), new MallId(1), Rules.CUTOFF, Rules.CJ, Rules.DEPARTURES);
        List<Passage> passages =
                ready == null ? List.of() : Passages.of(scans(scans), ready, new KnownHabits(usual, "kr.cjlogistics"));
        WayRule rule = new WayRule(parcel, usual, Rules.CJ, areas, SituationRuleTests.SETTINGS, at(now));
        List<Spent> way = rule.spent(passages, planned ? departures : null);
        return CauseRule.ofWay(way, SituationRuleTests.SETTINGS.behind())
                .orElseGet(() -> CauseRule.placed(parcel.known(), parcel, way));
    }

    /** P picked up, T in transit, O out for delivery, F failed; then day, time, place and reason. */
    private static List<ScanView> scans(@Nullable String written) {
        List<ScanView> scans = new ArrayList<>();
        for (String each : written == null ? new String[0] : written.split(", ")) {
            String[] part = each.strip().split(" ");
            Instant when = at(part[1] + " " + part[2]);
            ShipmentStatus status = switch (part[0]) {
                case "P" -> ShipmentStatus.PICKED_UP;
                case "O" -> ShipmentStatus.OUT_FOR_DELIVERY;
                case "F" -> ShipmentStatus.ATTEMPT_FAIL;
                default -> ShipmentStatus.IN_TRANSIT;
            };
            ScanReason reason = part.length > 4 ? ScanReason.valueOf(part[4]) : null;
            scans.add(new ScanView(when, when, status, reason, part[3], "", false));
        }
        return scans;
    }
}
