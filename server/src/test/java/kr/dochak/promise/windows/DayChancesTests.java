package kr.dochak.promise.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.dochak.promise.windows.ArrivalTable.Key;
import kr.dochak.promise.windows.ArrivalTable.Row;
import kr.dochak.promise.windows.DayChances.Way;
import kr.dochak.shared.Seoul;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-1, PRM-3: a promise is a choice among days, each with its chance. 한진 rests on Sundays, CJ대한통운 does not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DayChancesTests {

    private static final Way WAY = new Way("kr.hanjin", "인천", "서울");
    private static final Way CJ_WAY = new Way("kr.cjlogistics", "인천", "서울");

    /** All of a window lies in Tuesday's tour. */
    private static final Window TUESDAY =
            new Window(Rules.at("화 11:00"), Rules.at("화 15:00"), Rules.at("화 20:00"), WindowBasis.none());

    private static String said(DayChances chances) {
        return chances.choices().stream()
                .map(each -> Seoul.at(Seoul.startOf(each.day()))
                                .getDayOfWeek()
                                .getDisplayName(java.time.format.TextStyle.SHORT, java.util.Locale.KOREAN)
                        + " " + each.percent())
                .collect(Collectors.joining(", "));
    }

    private static ArrivalTable counted(Way way, int spread, long... byOffset) {
        return new ArrivalTable(Map.of(new Key(way.carrier(), way.origin(), way.destination(), spread), row(byOffset)));
    }

    /** How many came on the middle's day, a day later, two days later … */
    private static Row row(long... byOffset) {
        List<Long> by = new ArrayList<>(List.of(0L, 0L));
        long sum = 0;
        for (int i = 0; i <= ArrivalTable.LATEST; i++) {
            sum += i < byOffset.length ? byOffset[i] : 0;
            by.add(sum);
        }
        return new Row(by);
    }

    @Test
    void UI_what_came_before_tells_the_days_of_one_tour_apart() {
        DayChances chances =
                DayChances.of(TUESDAY, WAY, Rules.HANJIN, counted(WAY, 0, 71_000, 25_000, 4_000), Rules.MONDAY);
        assertThat(said(chances)).isEqualTo("화 71, 수 96, 목 99");
        assertThat(List.of(50, 71, 72, 90, 96, 98).stream().map(chances::promised))
                .extracting(day -> day.getDayOfWeek().getValue())
                .containsExactly(2, 2, 3, 3, 3, 4);
    }

    @Test
    void without_any_delivery_the_window_speaks_for_itself() {
        DayChances chances = DayChances.of(TUESDAY, WAY, Rules.HANJIN, ArrivalTable.EMPTY, Rules.MONDAY);
        assertThat(chances.by(LocalDate.of(2026, 11, 24))).isGreaterThan(.98);
        assertThat(chances.by(LocalDate.of(2026, 11, 23))).isLessThan(.05);
    }

    @Test
    void days_on_which_the_carrier_rests_are_no_choice() {
        Window friday = new Window(Rules.at("금 11:00"), Rules.at("금 15:00"), Rules.at("금 20:00"), WindowBasis.none());
        assertThat(said(DayChances.of(
                        friday, WAY, Rules.HANJIN, counted(WAY, 0, 60_000, 30_000, 10_000), Rules.MONDAY)))
                .isEqualTo("금 60, 토 90, 월 99");
        assertThat(said(DayChances.of(
                        friday, CJ_WAY, Rules.CJ, counted(CJ_WAY, 0, 60_000, 30_000, 10_000), Rules.MONDAY)))
                .isEqualTo("금 60, 토 90, 일 99");
    }

    @Test
    void nothing_comes_before_it_is_handed_over() {
        DayChances chances =
                DayChances.of(TUESDAY, WAY, Rules.HANJIN, counted(WAY, 0, 71_000, 29_000), LocalDate.of(2026, 11, 25));
        assertThat(chances.days().getFirst().day()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(chances.by(LocalDate.of(2026, 11, 24))).isZero();
    }

    @ParameterizedTest(name = "{0} deliveries of the lane → {1} %")
    @CsvSource({"0, 90", "50, 80", "450, 72", "50000, 70"})
    void few_deliveries_of_a_lane_are_drawn_towards_its_carrier(long deliveries, int percent) {
        Map<Key, Row> rows = new HashMap<>();
        rows.put(new Key("kr.hanjin", "*", "*", 0), row(900_000, 100_000));
        if (deliveries > 0) {
            rows.put(new Key("kr.hanjin", "인천", "서울", 0), row(deliveries * 7 / 10, deliveries * 3 / 10));
        }
        DayChances chances = DayChances.of(TUESDAY, WAY, Rules.HANJIN, new ArrivalTable(rows), Rules.MONDAY);
        assertThat(chances.by(LocalDate.of(2026, 11, 24)) * 100).isCloseTo(percent, within(1.0));
    }

    @Test
    void windows_whose_late_end_is_a_day_further_are_counted_apart() {
        Window wide = new Window(Rules.at("화 11:00"), Rules.at("화 15:00"), Rules.at("수 20:00"), WindowBasis.none());
        Map<Key, Row> rows = Map.of(
                new Key("kr.hanjin", "인천", "서울", 0), row(97_000, 3_000),
                new Key("kr.hanjin", "인천", "서울", 1), row(62_000, 31_000, 7_000));
        ArrivalTable table = new ArrivalTable(rows);
        assertThat(said(DayChances.of(TUESDAY, WAY, Rules.HANJIN, table, Rules.MONDAY)))
                .startsWith("화 97");
        assertThat(said(DayChances.of(wide, WAY, Rules.HANJIN, table, Rules.MONDAY)))
                .startsWith("화 62, 수 9");
    }

    @Test
    void chances_never_fall_and_a_surer_promise_is_never_earlier() {
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            Instant p10 = Rules.at("월 00:00").plusSeconds(random.nextInt(14 * 86_400));
            Instant p50 = p10.plusSeconds(random.nextInt(2 * 86_400));
            Window window = new Window(p10, p50, p50.plusSeconds(random.nextInt(9 * 86_400)), WindowBasis.none());
            CarrierCalendar calendar =
                    List.of(Rules.CJ, Rules.HANJIN, Rules.ALWAYS).get(random.nextInt(3));
            long[] counts = random.longs(5, 0, 1_000).toArray();
            DayChances chances =
                    DayChances.of(window, WAY, calendar, counted(WAY, random.nextInt(3), counts), Seoul.dateOf(p10));
            assertThat(chances.days()).isSortedAccordingTo(java.util.Comparator.comparing(DayChance::chance));
            assertThat(chances.days()).isSortedAccordingTo(java.util.Comparator.comparing(DayChance::day));
            assertThat(chances.days()).allMatch(each -> calendar.isOpen(each.day()));
            assertThat(List.of(50, 70, 90, 98).stream().map(chances::promised).toList())
                    .isSorted();
        }
    }

    /** Windows of one tour each; nine of ten come that day on some lanes, six of ten on others, the rest a day or two later. */
    @Test
    void PRM_2_what_is_called_seven_of_ten_comes_seven_times_of_ten() {
        Random random = new Random(5);
        Map<Key, long[]> seen = new HashMap<>();
        Map<Integer, double[]> buckets = new TreeMap<>();
        for (int parcel = 0; parcel < 60_000; parcel++) {
            Way way = new Way("kr.hanjin", "인천", List.of("서울", "부산", "강원").get(random.nextInt(3)));
            double atOnce =
                    way.destination().equals("서울") ? .93 : way.destination().equals("부산") ? .71 : .55;
            int offset = random.nextDouble() < atOnce ? 0 : random.nextDouble() < .8 ? 1 : 2;
            Key key = new Key(way.carrier(), way.origin(), way.destination(), 0);
            if (parcel >= 30_000) {
                DayChances chances = DayChances.of(TUESDAY, way, Rules.HANJIN, table(seen), Rules.MONDAY);
                for (int day = 0; day < 2; day++) {
                    double chance = chances.days().stream()
                            .filter(each -> !each.day().isBefore(LocalDate.of(2026, 11, 24)))
                            .toList()
                            .get(day)
                            .chance();
                    double[] bucket = buckets.computeIfAbsent((int) (chance * 20), b -> new double[3]);
                    bucket[0]++;
                    bucket[1] += chance;
                    bucket[2] += offset <= day ? 1 : 0;
                }
            } else {
                seen.computeIfAbsent(key, k -> new long[3])[offset]++;
            }
        }
        assertThat(buckets).hasSizeGreaterThan(3);
        buckets.values()
                .forEach(bucket -> assertThat(bucket[2] / bucket[0]).isCloseTo(bucket[1] / bucket[0], within(.02)));
    }

    private static ArrivalTable table(Map<Key, long[]> seen) {
        return new ArrivalTable(
                seen.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> row(each.getValue()))));
    }

    @Test
    void a_quote_takes_no_time() {
        ArrivalTable table = counted(WAY, 0, 71_000, 25_000, 4_000);
        Instant before = Instant.now();
        for (int i = 0; i < 20_000; i++) {
            DayChances.of(TUESDAY, WAY, Rules.HANJIN, table, Rules.MONDAY);
        }
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }
}
