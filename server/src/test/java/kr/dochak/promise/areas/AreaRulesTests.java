package kr.dochak.promise.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kr.dochak.promise.areas.AreaWay.Leg;
import kr.dochak.promise.areas.WarningLog.Changes;
import kr.dochak.promise.areas.WarningLog.Open;
import kr.dochak.promise.areas.WarningLog.Standing;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.promise.areas.feeds.AreaSource;
import kr.dochak.promise.areas.feeds.Bulletin;
import kr.dochak.promise.areas.feeds.Bulletin.Subject;
import kr.dochak.promise.areas.feeds.Provinces;
import kr.dochak.promise.windows.WindowBasis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-1: what is new in what a source told, what a warning costs, and whom it touches. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AreaRulesTests {

    private static final Instant EVENING = Instant.parse("2026-11-23T09:00:00Z");
    private static final Subject SNOW = new Subject("L1020500", "8");

    /** A said bulletin is a number and a level (A, W), or x for the end; held is a level and the last number, or nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -    | 1W         | 1W | -     | -
            -    | 1W 1W      | 1W | -     | -
            -    | 1A 2W      | 2W | -     | -
            -    | 1W 3W      | 1W | -     | -
            -    | 1W 2x      | -  | -     | -
            -    | 2x 1W      | -  | -     | -
            W 1  | 1W         | -  | -     | -
            W 1  | 3W         | -  | -     | 3
            W 1  | 3x         | -  | 3     | -
            W 1  | 3A         | 3A | 2     | -
            W 1  | 2x 3W      | -  | -     | 3
            x 3  | 1W 2W 3x   | -  | -     | -
            x 3  | 1W 3x 4A   | 4A | -     | -
            """)
    void each_bulletin_is_heard_once_in_the_order_in_which_it_was_said(
            @Nullable String held, String said, @Nullable String begun, @Nullable Long lifted, @Nullable Long goingOn) {
        Changes changes = WarningLog.changes(held(held), bulletins(said), false);
        assertThat(changes.begun()).isEqualTo(begun == null ? List.of() : bulletins(begun));
        assertThat(changes.lifted()).extracting(WarningLog.Touched::last).isEqualTo(list(lifted));
        assertThat(changes.goingOn()).extracting(WarningLog.Touched::last).isEqualTo(list(goingOn));
    }

    @Test
    void what_a_source_that_tells_everything_does_not_name_is_over() {
        Map<Subject, Standing> held = held("W 1");
        assertThat(WarningLog.changes(held, List.of(), true).lifted()).hasSize(1);
        assertThat(WarningLog.changes(held, List.of(), false).isEmpty()).isTrue();
        assertThat(WarningLog.changes(held, bulletins("1W"), true).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            19,  36000, 100,  -
            20,  36000, 100,  PT5H
            60,  36000, 100,  PT7H30M
            40,  36000, 18000, -
            40,  36000, 17999, PT6H40M
            900, -7200, 10,   -
            900, 1200,  10,   -
            """)
    void nothing_is_told_of_few_deliveries_of_chance_or_of_minutes_and_little_of_some(
            int deliveries, long average, long error, @Nullable Duration told) {
        AreaEffect effect =
                new AreaEffect(AreaKind.SNOW, AreaLevel.WARNING, Leg.WAY, deliveries, average, error, EVENING);
        assertThat(effect.extra().orElse(null)).isEqualTo(told);
    }

    /** Times are hours after the evening; a warning of 강원 holds from hour 2 to hour 10. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,   강원, WAY,  0,  20, true
            인천, 강원, WAY,  0,  20, true
            강원, 서울, WAY,  0,  20, true
            -,   서울, WAY,  0,  20, false
            -,   강원, WAY,  0,  1,  false
            -,   강원, WAY,  11, 20, false
            -,   강원, WAY,  9,  20, true
            -,   강원, DOOR, 0,  20, false
            """)
    void a_warning_touches_what_has_its_province_before_it_while_it_holds(
            @Nullable String from, String to, Leg leg, int since, int until, boolean touches) {
        KnownWarnings known = new KnownWarnings(
                List.of(warning(AreaKind.SNOW, "강원", 0, 2, 10)), List.of(effect(AreaKind.SNOW, 10)), EVENING);
        assertThat(known.extra(new AreaWay(from, to, leg, hour(since), hour(until), null)))
                .isEqualTo(
                        touches
                                ? Optional.of(
                                        new AreaExtra(AreaKind.SNOW, AreaLevel.WARNING, "강원", Duration.ofHours(5), 20))
                                : Optional.empty());
    }

    @Test
    void of_several_the_worst_counts_and_one_without_a_past_costs_nothing() {
        KnownWarnings known = new KnownWarnings(
                List.of(
                        warning(AreaKind.SNOW, "강원", 0, 0, 99),
                        warning(AreaKind.WIND, "강원", 0, 0, 99),
                        warning(AreaKind.DUST, "강원", 0, 0, 99)),
                List.of(effect(AreaKind.SNOW, 4), effect(AreaKind.WIND, 12)),
                EVENING);
        AreaExtra extra = known.extra(way("강원", null)).orElseThrow();
        assertThat(WindowBasis.none().movedBy(extra).inEnglish()).isEqualTo(", +6h WIND WARNING 강원 (20 deliveries)");
    }

    @ParameterizedTest
    @CsvSource({"1, 9, true", "1, -9, true", "-1, 9, false", "-1, -9, true"})
    void a_model_that_saw_such_warnings_and_knew_of_this_one_has_counted_it(int knownAt, int learnedAt, boolean added) {
        KnownWarnings known = new KnownWarnings(
                List.of(warning(AreaKind.SNOW, "강원", knownAt, 0, 99)), List.of(effect(AreaKind.SNOW, 4)), EVENING);
        AreaWay.Model model = new AreaWay.Model(EVENING, hour(learnedAt));
        assertThat(known.extra(way("강원", model)).isPresent()).isEqualTo(added);
    }

    @Test
    void PRM_1_a_province_s_warning_is_its_islands_too() {
        KnownWarnings known = new KnownWarnings(
                List.of(warning(AreaKind.WIND, "인천", 0, 0, 99)), List.of(effect(AreaKind.WIND, 12)), EVENING);
        assertThat(known.extra(way("인천 도서", null))).isPresent();
        assertThat(known.metBy("인천 도서", "서울", hour(1), hour(4))).containsExactly("WIND:WARNING");
    }

    @Test
    void what_a_parcel_met_is_known_by_kind_and_level() {
        KnownWarnings known = new KnownWarnings(
                List.of(
                        warning(AreaKind.SNOW, "강원", 0, 2, 10),
                        warning(AreaKind.SNOW, "강원", 0, 3, 10),
                        warning(AreaKind.ROADWORK, "인천", 0, 0, 5),
                        warning(AreaKind.DRY, "부산", 0, 0, 99)),
                List.of(),
                EVENING);
        assertThat(known.metBy("인천", "강원", hour(1), hour(4))).containsExactly("ROADWORK:WARNING", "SNOW:WARNING");
        assertThat(known.metBy(null, "강원", hour(0), hour(1))).isEmpty();
    }

    /** The same winter is told twice, the second time with everything heard after some moment moved into the future. */
    @ParameterizedTest
    @CsvSource({"30", "80", "140"})
    void PRM_1_no_signal_knows_a_warning_or_its_end_before_it_was_heard(int hours) {
        Random dice = new Random(hours);
        Instant moment = hour(hours);
        List<AreaWarning> winter = new ArrayList<>();
        List<AreaWarning> later = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int begin = dice.nextInt(200);
            AreaKind kind = AreaKind.values()[dice.nextInt(AreaKind.values().length)];
            AreaWarning warning = warning(
                    kind,
                    List.of("강원", "경기", "인천").get(dice.nextInt(3)),
                    begin,
                    begin + 3,
                    begin + 4 + dice.nextInt(20));
            winter.add(warning);
            later.add(heardLater(warning, moment));
        }
        WarningSignals as_it_was = signals(winter);
        WarningSignals moved = signals(later);
        boolean differed = false;
        for (int hour = 0; hour <= 240; hour++) {
            List<Double> before = as_it_was.known("인천", "강원", hour(hour));
            List<Double> after = moved.known("인천", "강원", hour(hour));
            assertThat(before).hasSameSizeAs(as_it_was.names());
            if (hour <= hours) {
                assertThat(before).as("hour " + hour).isEqualTo(after);
            }
            differed |= !before.equals(after);
        }
        assertThat(differed).isTrue();
    }

    @Test
    void provinces_lie_between_others() {
        assertThat(Provinces.between("서울", "부산")).contains("충북", "경북", "대구").doesNotContain("서울", "부산", "제주");
        assertThat(Provinces.between("SP", "RJ")).isEmpty();
    }

    private static AreaWarning heardLater(AreaWarning warning, Instant moment) {
        Duration far = Duration.ofDays(20);
        Instant lifted = warning.liftedAt();
        return new AreaWarning(
                warning.id(),
                warning.source(),
                warning.kind(),
                warning.level(),
                warning.province(),
                warning.knownAt().isAfter(moment) ? warning.knownAt().plus(far) : warning.knownAt(),
                warning.from(),
                null,
                lifted != null && lifted.isAfter(moment) ? lifted.plus(far) : lifted);
    }

    private static WarningSignals signals(List<AreaWarning> warnings) {
        KnownWarnings known = new KnownWarnings(warnings, List.of(), hour(2_000));
        return new WarningSignals(() -> known);
    }

    private static AreaWay way(String to, AreaWay.@Nullable Model model) {
        return new AreaWay(null, to, Leg.WAY, EVENING, hour(20), model);
    }

    private static AreaWarning warning(AreaKind kind, String province, int knownAt, int from, int lifted) {
        return new AreaWarning(
                1, AreaSource.KMA, kind, AreaLevel.WARNING, province, hour(knownAt), hour(from), null, hour(lifted));
    }

    private static AreaEffect effect(AreaKind kind, int hours) {
        return new AreaEffect(kind, AreaLevel.WARNING, Leg.WAY, 20, hours * 3_600L, 60, EVENING);
    }

    private static Instant hour(int hours) {
        return EVENING.plus(Duration.ofHours(hours));
    }

    private static Map<Subject, Standing> held(@Nullable String held) {
        Map<Subject, Standing> standing = new HashMap<>();
        if (held != null) {
            String[] parts = held.strip().split(" ");
            Open open = parts[0].equals("x") ? null : new Open(7, level(parts[0]));
            standing.put(SNOW, new Standing(open, Long.parseLong(parts[1])));
        }
        return standing;
    }

    private static List<Bulletin> bulletins(String said) {
        return Arrays.stream(said.strip().split("\\s+"))
                .map(each -> bulletin(Long.parseLong(each.replaceAll("\\D", "")), each.replaceAll("\\d", "")))
                .toList();
    }

    private static Bulletin bulletin(long number, String what) {
        boolean over = what.equals("x");
        return new Bulletin(
                SNOW.zone(),
                SNOW.code(),
                number,
                over,
                "평창군평지",
                AreaKind.SNOW,
                over ? AreaLevel.ADVISORY : level(what),
                "강원",
                EVENING,
                null);
    }

    private static AreaLevel level(String letter) {
        return letter.equals("W") ? AreaLevel.WARNING : AreaLevel.ADVISORY;
    }

    private static <T> List<T> list(@Nullable T value) {
        return value == null ? List.of() : List.of(value);
    }
}
