package kr.dochak.promise.windows;

import static kr.dochak.promise.windows.Rules.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kr.dochak.promise.areas.AreaExtra;
import kr.dochak.promise.areas.AreaWay;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.promise.silence.SilenceSettings;
import kr.dochak.promise.silence.UsualGaps;
import kr.dochak.shared.MallId;
import kr.dochak.shared.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-1: when a parcel will come, from the stage it is in, since when, and what time it is now. */
class ForecastTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CJ   | 서울 | 월 10:00         | 화 10:00/화 15:00/화 20:00
            CJ   | 서울 | 월 14:01         | 수 10:00/수 15:00/수 20:00
            CJ   | 서울 | 토 10:00         | 일 10:00/일 15:00/일 20:00
            한진 | 서울 | 토 10:00         | 다음 월 10:00/다음 월 15:00/다음 월 20:00
            한진 | 서울 | 금 15:00         | 다음 월 10:00/다음 월 15:00/다음 월 20:00
            CJ   | 제주 | 월 10:00         | 수 10:00/수 15:00/수 20:00
            한진 | 서울 | 2026-02-13 15:00 | 2026-02-19 10:00/2026-02-19 15:00/2026-02-19 20:00
            """)
    void PRM_1_first_windows(String carrier, String to, String confirmed, String window) {
        CarrierCalendar calendar = Rules.calendar(carrier);
        Instant handover = Rules.CUTOFF.handover(at(confirmed), calendar);
        shows(Rules.FORECAST.window(known(to, Stage.ORDERED, handover), calendar, at(confirmed)), window);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PICKED_UP        | 월 18:00 | 월 18:00 | 화 10:00/화 15:00/화 20:00
            IN_TRANSIT       | 월 20:00 | 월 23:00 | 화 10:00/화 15:00/화 20:00
            IN_TRANSIT       | 월 20:00 | 화 02:00 | 화 10:00/화 15:00/화 20:00
            IN_TRANSIT       | 월 16:30 | 화 04:00 | 화 10:00/화 15:00/화 20:00
            IN_TRANSIT       | 월 16:30 | 화 06:00 | 화 10:00/화 15:00/화 20:00
            IN_TRANSIT       | 월 16:30 | 화 12:00 | 화 13:00/화 17:00/화 20:00
            IN_TRANSIT       | 월 20:00 | 화 13:00 | 수 10:00/수 15:00/수 20:00
            IN_TRANSIT       | 월 20:00 | 화 18:00 | 수 10:00/수 15:00/수 20:00
            ORDERED          | 월 18:00 | 화 08:00 | 수 10:00/수 15:00/수 20:00
            OUT_FOR_DELIVERY | 화 10:00 | 화 10:00 | 화 11:00/화 15:00/화 20:00
            OUT_FOR_DELIVERY | 화 13:00 | 화 13:00 | 화 14:00/화 18:00/화 20:00
            OUT_FOR_DELIVERY | 화 10:00 | 화 19:30 | 화 19:30/화 19:30/화 20:00
            OUT_FOR_DELIVERY | 화 20:30 | 화 20:30 | 화 21:30/화 끝/화 끝
            OUT_FOR_DELIVERY | 화 10:00 | 수 00:00 | 수 10:00/수 15:00/수 20:00
            ATTEMPTED        | 화 15:00 | 화 15:00 | 수 11:00/수 16:00/수 20:00
            HELD             | 화 03:00 | 화 03:00 | 수 10:00/수 15:00/목 15:00
            """)
    void what_is_overdue_in_a_stage_is_pushed_ahead_of_now(Stage stage, String since, String now, String window) {
        shows(Rules.FORECAST.window(known("서울", stage, at(since)), Rules.CJ, at(now)), window);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PICKED_UP        | 월 18:00 | 화 19:00 | 화 20:00/수 00:00/수 05:00
            PICKED_UP        | 월 18:00 | 목 00:00 | 목 03:18/목 16:30/토 18:00
            OUT_FOR_DELIVERY | 월 18:00 | 화 09:00 | 화 10:00/화 14:00/수 05:00
            """)
    void what_took_longer_than_nine_of_ten_takes_about_as_long_again(
            Stage stage, String since, String now, String window) {
        shows(Rules.FORECAST.window(known("서울", stage, at(since)), Rules.ALWAYS, at(now)), window);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | 월 18:00 | 화 02:00/화 05:00/화 08:00 | 화 10:00/화 15:00/화 20:00
            true  | 월 18:00 | 화 11:00/화 16:00/화 22:00 | 화 11:00/화 16:00/화 20:00
            true  | 월 18:00 | 화 11:00/화 16:00/화 18:00 | 화 11:00/화 16:00/화 20:00
            false | 월 18:00 | 화 11:00/화 14:00/화 18:00 | 화 11:00/화 14:00/화 18:00
            false | 월 09:00 | 월 22:00/화 03:00/화 23:00 | 월 20:00/화 15:00/화 20:00
            """)
    void PRM_2_a_window_is_shown_within_the_hours_of_tours(
            boolean isHandedOver, String now, String planned, String window) {
        Instant[] ends = Arrays.stream(planned.split("/")).map(Rules::at).toArray(Instant[]::new);
        shows(
                Forecast.onTours(
                        new Window(ends[0], ends[1], ends[2], WindowBasis.none()), isHandedOver, Rules.CJ, at(now)),
                window);
    }

    @Test
    void a_parcel_that_missed_its_tour_before_a_sunday_waits_where_the_carrier_rests() {
        Forecast.Delivery known = known("서울", Stage.IN_TRANSIT, at("금 20:00"));
        shows(Rules.FORECAST.window(known, Rules.CJ, at("토 14:00")), "일 10:00/일 15:00/일 20:00");
        shows(Rules.FORECAST.window(known, Rules.HANJIN, at("토 14:00")), "다음 월 10:00/다음 월 15:00/다음 월 20:00");
    }

    @Test
    void a_slot_of_the_mall_stands_until_it_can_no_longer_be_met() {
        TimeWindow slot = new TimeWindow(at("화 18:00"), at("화 20:00"));
        Forecast.Delivery ordered = known("서울", Stage.ORDERED, at("화 12:00"));
        shows(Rules.FORECAST.slot(ordered, slot, at("화 12:00")), "화 18:00/화 19:00/화 20:00");
        shows(Rules.FORECAST.slot(ordered, slot, at("화 19:30")), "화 20:30/화 20:30/수 00:30");
        Forecast.Delivery out = known("서울", Stage.OUT_FOR_DELIVERY, at("화 17:00"));
        shows(Rules.FORECAST.slot(out, slot, at("화 19:30")), "화 19:30/화 19:30/화 20:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CJ   | ORDERED    | 화 끝    | 화 07:59:59
            CJ   | PICKED_UP  | 화 끝    | 화 13:00
            CJ   | IN_TRANSIT | 화 끝    | 화 13:00
            CJ   | HELD       | 화 끝    | 화 13:00
            CJ   | ATTEMPTED  | 화 끝    | 화 13:00
            CJ   | IN_TRANSIT | 일 끝    | 일 13:00
            한진 | IN_TRANSIT | 일 끝    | 토 13:00
            한진 | ORDERED    | 일 끝    | 토 08:00
            모름 | IN_TRANSIT | 화 20:00 | 화 19:00
            """)
    void PRM_4_the_last_moment_at_which_the_next_step_saves_the_promise(
            String carrier, Stage stage, String promisedTo, String moment) {
        assertThat(Rules.FORECAST.lastChance(
                        known("서울", stage, at("월 18:00")), Rules.calendar(carrier), at(promisedTo), false))
                .isEqualTo(at(moment));
    }

    @Test
    void a_slot_needs_the_van_an_hour_before_its_end_and_a_parcel_on_the_van_needs_nothing_more() {
        assertThat(Rules.FORECAST.lastChance(known("서울", Stage.ORDERED, at("화 12:00")), Rules.CJ, at("화 20:00"), true))
                .isEqualTo(at("화 19:00"));
        assertThat(Rules.FORECAST.lastChance(
                        known("서울", Stage.OUT_FOR_DELIVERY, at("화 10:00")), Rules.CJ, at("화 끝"), false))
                .isEqualTo(Instant.MAX);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CJ   | IN_TRANSIT | 월 22:00 | 수 10:00
            한진 | IN_TRANSIT | 토 22:00 | 다음 화 10:00
            모름 | PICKED_UP  | 월 22:00 | 목 02:00
            """)
    void TRK_4_silent_after_a_day_and_a_half_of_open_time(String carrier, Stage stage, String last, String silent) {
        assertThat(Rules.FORECAST.silentAfter(known("서울", stage, at("월 18:00")), Rules.calendar(carrier), at(last)))
                .isEqualTo(at(silent));
    }

    @ParameterizedTest(name = "to be handed over {0}, registered {1}: silent after {2}")
    @CsvSource(delimiter = '|', textBlock = """
            월 18:00 | 월 15:00 | 수 06:00
            월 18:00 | 화 15:00 | 목 03:00
            토 18:00 | 토 15:00 | 다음 월 06:00
            """)
    void TRK_4_a_parcel_never_fetched_is_watched_from_its_hand_over(String handover, String known, String silent) {
        assertThat(Rules.FORECAST.silentAfter(known("서울", Stage.ORDERED, at(handover)), Rules.CJ, at(known)))
                .isEqualTo(at(silent));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            kr.cjlogistics | 서울 | 화 16:00
            kr.cjlogistics | 제주 | 목 22:00
            kr.cjlogistics | 부산 | 화 22:00
            kr.cjlogistics | 강원 | 화 22:00
            kr.hanjin      | 서울 | 수 10:00
            kr.lotte       | 서울 | 화 12:00
            kr.epost       | 서울 | 토 22:00
            """)
    void TRK_4_the_usual_gap_of_a_lane_counts_then_its_carriers(String carrier, String destination, String silent) {
        UsualGaps gaps = new UsualGaps(
                Map.of(
                        new UsualGaps.Lane("kr.cjlogistics", "인천", "서울"), gap(400, 18),
                        new UsualGaps.Lane("kr.cjlogistics", "인천", "제주"), gap(400, 72),
                        new UsualGaps.Lane("kr.cjlogistics", "인천", "부산"), gap(49, 90),
                        new UsualGaps.Lane("kr.cjlogistics", "*", "*"), gap(9_000, 24),
                        new UsualGaps.Lane("kr.lotte", "인천", "서울"), gap(400, 3),
                        new UsualGaps.Lane("kr.epost", "인천", "서울"), gap(400, 500)),
                SilenceSettings.USUAL);
        Forecast forecast = new Forecast(new LaneTable(Rules.LANES.rows(), 0, gaps), List.of(), Forecast.Areas.CALM);
        Forecast.Delivery known = known(carrier, destination, Stage.IN_TRANSIT, at("월 18:00"));
        assertThat(forecast.silentAfter(known, Rules.CJ, at("월 22:00"))).isEqualTo(at(silent));
    }

    private static UsualGaps.Learned gap(int deliveries, int hours) {
        return new UsualGaps.Learned(deliveries, Duration.ofHours(hours));
    }

    @Test
    void PRM_5_the_most_special_lane_with_enough_history_counts_and_says_so() {
        LaneTable.Key carrierLane = new LaneTable.Key("kr.hanjin", "인천", "서울", Stage.PICKED_UP);
        LaneTable.Key lane = new LaneTable.Key("*", "인천", "서울", Stage.PICKED_UP);
        LaneTable.Key destination = new LaneTable.Key("*", "*", "서울", Stage.PICKED_UP);
        LaneTable.Key carrier = new LaneTable.Key("kr.hanjin", "*", "*", Stage.PICKED_UP);
        LaneTable.Key any = new LaneTable.Key("*", "*", "*", Stage.PICKED_UP);
        List<LaneTable.Key> order = List.of(carrierLane, lane, destination, carrier, any);
        for (int known = 0; known < order.size(); known++) {
            Map<LaneTable.Key, LaneTable.Row> rows = new java.util.HashMap<>();
            order.forEach(key -> rows.put(key, row(19, new WindowBasis.Other("too few"))));
            order.subList(known, order.size())
                    .forEach(key -> rows.put(key, row(20, new WindowBasis.Other(key.toString()))));
            assertThat(new LaneTable(rows, 1)
                            .remaining("kr.hanjin", "인천", "서울", Stage.PICKED_UP)
                            .basis())
                    .isEqualTo(new WindowBasis.Other(order.get(known).toString()));
        }
    }

    @Test
    void whatever_a_model_says_a_window_is_in_order_and_not_in_the_past() {
        Random dice = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            Instant since = at("월 00:00").plusSeconds(dice.nextInt(14 * 86_400));
            Instant now = since.plusSeconds(dice.nextInt(6 * 86_400));
            long[] days = dice.longs(3, 0, 9 * 86_400L).sorted().toArray();
            Window said = new Window(
                    since.plusSeconds(days[0]),
                    since.plusSeconds(days[1]),
                    since.plusSeconds(days[2]),
                    new WindowBasis.Model(1, 20));
            Stage stage = dice.nextBoolean() ? Stage.ORDERED : Stage.PICKED_UP;
            CarrierCalendar calendar =
                    List.of(Rules.CJ, Rules.HANJIN, Rules.ALWAYS).get(dice.nextInt(3));
            Window window = forecast(said).window(known("서울", stage, since), calendar, now);
            assertThat(List.of(window.p10(), window.p50(), window.p90()))
                    .isSorted()
                    .allSatisfy(end -> assertThat(end).isAfter(now));
        }
    }

    private static Forecast forecast(Window said) {
        return new Forecast(Rules.LANES, List.of(known -> Optional.of(said)), Forecast.Areas.CALM);
    }

    /** As a driver's route is: it knows the parcels on the van, and is believed before a model. */
    @Test
    void the_first_source_that_knows_is_believed() {
        Window route = new Window(at("화 14:00"), at("화 14:20"), at("화 14:40"), new WindowBasis.Other("route"));
        WindowSource onTheVan = new WindowSource() {
            @Override
            public Optional<Window> window(Forecast.Delivery known) {
                return Optional.of(route);
            }

            @Override
            public boolean speaksOf(Stage stage) {
                return stage == Stage.OUT_FOR_DELIVERY;
            }
        };
        WindowSource model = known ->
                Optional.of(new Window(at("수 11:00"), at("수 15:00"), at("수 18:00"), new WindowBasis.Other("model")));
        WindowSource silent = known -> Optional.empty();
        Forecast forecast = new Forecast(Rules.LANES, List.of(silent, onTheVan, model), Forecast.Areas.CALM);
        assertThat(basis(forecast, Stage.OUT_FOR_DELIVERY)).isEqualTo("route");
        assertThat(basis(forecast, Stage.PICKED_UP)).isEqualTo("model");
        assertThat(basis(forecast, Stage.IN_TRANSIT)).isEqualTo("default *→*");
    }

    private static String basis(Forecast forecast, Stage stage) {
        return forecast.window(known("서울", stage, at("화 09:00")), Rules.CJ, at("화 13:30"))
                .basis()
                .inEnglish();
    }

    @Test
    void PRM_5_a_model_speaks_of_the_whole_way_and_the_lane_table_of_what_comes_after() {
        Window said = new Window(at("화 11:00"), at("화 15:00"), at("수 12:00"), new WindowBasis.Model(7, 12_408));
        Forecast forecast = forecast(said);
        for (Stage stage : Stage.values()) {
            Window window = forecast.window(known("서울", stage, at("월 18:00")), Rules.CJ, at("월 18:00"));
            boolean whole = stage == Stage.ORDERED || stage == Stage.PICKED_UP;
            assertThat(window.basis().inEnglish()).isEqualTo(whole ? "model 7 of 12,408 deliveries" : "default *→*");
            assertThat(forecast.version(window)).isEqualTo(whole ? 7 : 0);
        }
    }

    /** A parcel in the hub since Monday 22:00, expected on Tuesday, when a warning is learned to cost so many hours. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3  | 화 10:00/화 16:00/화 20:00
            8  | 화 10:00/수 15:00/수 20:00
            14 | 화 10:00/수 15:00/수 20:00
            30 | 화 10:00/수 19:00/수 20:00
            """)
    void PRM_1_a_warning_on_the_way_moves_the_middle_and_the_late_end(int hours, String expected) {
        AreaExtra extra = new AreaExtra(AreaKind.SNOW, AreaLevel.WARNING, "강원", Duration.ofHours(hours), 37);
        Forecast forecast = new Forecast(Rules.LANES, List.of(), way -> Optional.of(extra));
        Window window = forecast.window(known("강원", Stage.IN_TRANSIT, at("월 22:00")), Rules.CJ, at("월 23:00"));
        shows(window, expected);
        assertThat(window.basis().inEnglish())
                .isEqualTo("default *→*, +" + hours + "h SNOW WARNING 강원 (37 deliveries)");
    }

    @Test
    void PRM_1_what_lies_before_a_parcel_is_asked_for_and_a_models_knowledge_is_said() {
        List<AreaWay> asked = new ArrayList<>();
        Window said = new Window(at("화 11:00"), at("화 15:00"), at("수 12:00"), new WindowBasis.Model(7, 12_408));
        Forecast forecast = new Forecast(Rules.LANES, List.of(known -> Optional.of(said)), way -> {
            asked.add(way);
            return Optional.empty();
        });
        for (Stage stage : Stage.values()) {
            forecast.window(known("강원", stage, at("월 18:00")), Rules.CJ, at("월 18:00"));
        }
        assertThat(asked).extracting(AreaWay::from).containsExactly("인천", "인천", null, null, null, null);
        assertThat(asked)
                .extracting(way -> way.model() != null)
                .containsExactly(true, true, false, false, false, false);
        assertThat(asked).filteredOn(way -> way.leg() == AreaWay.Leg.DOOR).hasSize(1);
    }

    @Test
    void PRM_5_a_window_moved_by_a_warning_keeps_the_number_of_its_model() {
        Window said = new Window(at("화 11:00"), at("화 15:00"), at("수 12:00"), new WindowBasis.Model(7, 12_408));
        AreaExtra extra = new AreaExtra(AreaKind.SNOW, AreaLevel.WARNING, "강원", Duration.ofHours(9), 37);
        Forecast forecast = new Forecast(Rules.LANES, List.of(known -> Optional.of(said)), way -> Optional.of(extra));
        Window window = forecast.window(known("강원", Stage.PICKED_UP, at("월 18:00")), Rules.CJ, at("월 18:00"));
        assertThat(window.basis().inEnglish())
                .isEqualTo("model 7 of 12,408 deliveries, +9h SNOW WARNING 강원 (37 deliveries)");
        assertThat(forecast.version(window)).isEqualTo(7);
    }

    private static LaneTable.Row row(int deliveries, WindowBasis basis) {
        return new LaneTable.Row(
                deliveries, new Remaining(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3), basis));
    }

    private static Forecast.Delivery known(String to, Stage stage, Instant since) {
        return known("kr.cjlogistics", to, stage, since);
    }

    private static Forecast.Delivery known(String carrier, String to, Stage stage, Instant since) {
        return new Forecast.Delivery(carrier, "인천", to, stage, since, new MallId(1), since);
    }

    private static void shows(Window window, String expected) {
        assertThat(List.of(window.p10(), window.p50(), window.p90())).isEqualTo(Rules.all(expected));
    }
}
