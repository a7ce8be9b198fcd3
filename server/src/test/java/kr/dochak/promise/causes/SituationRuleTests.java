package kr.dochak.promise.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.causes.Situation.Kind;
import kr.dochak.promise.causes.Traffic.Flow;
import kr.dochak.tracking.hubs.UsualTimes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** INS-1, PRM-4: the one thing behind many late promises, and what stays a line of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SituationRuleTests {

    /** As delivered. */
    static final CauseSettings SETTINGS = new CauseSettings(
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(18),
            Duration.ofDays(1),
            new CauseSettings.SituationSettings(4, 2, 2, 1.5, 1e-5, 1e-4, .1, .03, .01, 2, .7));

    private static final Instant EVENING = Instant.parse("2026-11-23T12:30:00Z");
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 23);

    /** A thousand parcels of a night by two carriers from two malls to five provinces. */
    private static final Traffic TRAFFIC = new Traffic(
            Stream.of("서울", "경기", "강원", "부산", "제주")
                    .flatMap(to -> Stream.of(
                            new Flow(1, "kr.cjlogistics", "인천", to, NIGHT, 120, 120),
                            new Flow(2, "kr.lotte", "경기", to, NIGHT, 80, 80)))
                    .toList(),
            UsualTimes.NONE);

    private final List<LatePromise> late = new ArrayList<>();

    @Test
    void a_jam_is_one_situation_however_many_lanes_lead_from_its_hub() {
        for (String to : List.of("서울", "경기", "강원", "부산")) {
            some(30, "kr.cjlogistics", to, DelayCause.HUB_BACKLOG, "옥천HUB");
        }
        some(3, "kr.lotte", "서울", DelayCause.LINE_HAUL, "진천메가허브");
        some(5, "kr.lotte", "서울", DelayCause.ABSENCE, "강남대리점");
        assertThat(find()).containsExactly(new Factor(Kind.HUB, 0, "kr.cjlogistics", "옥천HUB", ""));
    }

    @ParameterizedTest
    @CsvSource({"40, true", "18, true", "14, true", "12, false", "4, false", "3, false"})
    void a_lost_truck_is_a_lane_of_one_night(int many, boolean found) {
        some(many, "kr.cjlogistics", "강원", DelayCause.LINE_HAUL, "곤지암HUB");
        Stream.of("서울", "경기", "부산", "제주").forEach(to -> some(3, "kr.cjlogistics", to, DelayCause.LINE_HAUL, "곤지암HUB"));
        Factor lane = new Factor(Kind.LANE, 0, "kr.cjlogistics", "곤지암HUB", "강원", NIGHT);
        assertThat(find()).isEqualTo(found ? Set.of(lane) : Set.of());
    }

    @Test
    void what_is_late_everywhere_alike_is_no_situation_of_any_place() {
        Stream.of("서울", "경기", "강원", "부산", "제주").forEach(to -> {
            some(5, "kr.cjlogistics", to, DelayCause.LINE_HAUL, "곤지암HUB");
            some(3, "kr.lotte", to, DelayCause.LINE_HAUL, "진천메가허브");
        });
        assertThat(find()).isEmpty();
    }

    @Test
    void snow_is_told_by_its_province_whichever_carrier_it_holds_up() {
        some(20, "kr.cjlogistics", "강원", DelayCause.WEATHER, "강원");
        some(14, "kr.lotte", "강원", DelayCause.WEATHER, "강원");
        assertThat(find()).containsExactly(new Factor(Kind.AREA, 0, "", "강원", ""));
    }

    @Test
    void a_short_staffed_centre_is_its_malls_own() {
        some(70, "kr.cjlogistics", "서울", DelayCause.PICKING, "인천");
        assertThat(find()).containsExactly(new Factor(Kind.CENTRE, 1, "", "인천", ""));
    }

    @Test
    void a_situation_stands_until_hardly_anything_is_late_by_it() {
        Factor hub = new Factor(Kind.HUB, 0, "kr.cjlogistics", "옥천HUB", "");
        some(2, "kr.cjlogistics", "서울", DelayCause.HUB_BACKLOG, "옥천HUB");
        assertThat(new SituationRule(SMALL, Set.of(), SETTINGS).find(late)).isEmpty();
        assertThat(new SituationRule(SMALL, Set.of(hub), SETTINGS).find(late)).containsOnlyKeys(hub);
        late.removeFirst();
        assertThat(new SituationRule(SMALL, Set.of(hub), SETTINGS).find(late)).isEmpty();
    }

    private static final Traffic SMALL = new Traffic(
            List.of(
                    new Flow(1, "kr.cjlogistics", "인천", "서울", NIGHT, 40, 40),
                    new Flow(2, "kr.lotte", "경기", "서울", NIGHT, 400, 400)),
            UsualTimes.NONE);

    @Test
    void where_nothing_is_known_to_be_under_way_many_at_one_place_are_still_one_thing() {
        some(24, "kr.cjlogistics", "서울", DelayCause.HUB_BACKLOG, "옥천HUB");
        some(1, "kr.cjlogistics", "서울", DelayCause.HUB_BACKLOG, "곤지암HUB");
        assertThat(new SituationRule(new Traffic(List.of(), UsualTimes.NONE), Set.of(), SETTINGS).find(late))
                .containsOnlyKeys(new Factor(Kind.HUB, 0, "kr.cjlogistics", "옥천HUB", ""));
    }

    @Test
    void two_things_at_once_are_two_situations() {
        some(60, "kr.cjlogistics", "서울", DelayCause.HUB_BACKLOG, "옥천HUB");
        some(40, "kr.lotte", "부산", DelayCause.LINE_HAUL, "양산허브");
        assertThat(find())
                .containsExactlyInAnyOrder(
                        new Factor(Kind.HUB, 0, "kr.cjlogistics", "옥천HUB", ""),
                        new Factor(Kind.LANE, 0, "kr.lotte", "양산허브", "부산", NIGHT));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(nullValues = "-", textBlock = """
            9, 3,  true,  beyond the usual
            2, 3,  false, a slot that will not hold though the parcel is where it should be
            3, 3,  false, as long as usual
            -, 3,  false, nobody knows how long
            30, -, true,  a day where nothing is learned yet
            9, -,  false, hours where nothing is learned yet
            """)
    void PRM_4_a_place_is_a_situation_by_what_is_behind_there(
            @Nullable Long spent, @Nullable Long usual, boolean found, String story) {
        for (int i = 0; i < 60; i++) {
            late.add(late("kr.cjlogistics", "서울", DelayCause.LAST_MILE, "강남SUB", NIGHT, hours(spent), hours(usual)));
        }
        assertThat(find())
                .as(story)
                .isEqualTo(found ? Set.of(new Factor(Kind.DEPOT, 0, "kr.cjlogistics", "강남SUB", "")) : Set.of());
    }

    @Test
    void PRM_4_weather_is_told_by_a_warning_and_needs_no_usual_time() {
        for (int i = 0; i < 20; i++) {
            late.add(late("kr.cjlogistics", "강원", DelayCause.WEATHER, "강원", NIGHT, null, null));
        }
        assertThat(find()).containsExactly(new Factor(Kind.AREA, 0, "", "강원", ""));
    }

    @ParameterizedTest
    @CsvSource({"25, true", "15, false"})
    void PRM_4_a_centre_that_lacks_people_for_a_day_stands_out_of_the_promises_of_three(int many, boolean found) {
        some(many, "kr.cjlogistics", "서울", DelayCause.PICKING, "인천");
        assertThat(find()).isEqualTo(found ? Set.of(new Factor(Kind.CENTRE, 1, "", "인천", "")) : Set.of());
    }

    @ParameterizedTest
    @CsvSource({"11, 4, true", "11, 300, false"})
    void PRM_4_a_night_is_counted_whole_though_most_of_it_has_come(int many, int ofNight, boolean found) {
        some(many, "kr.cjlogistics", "강원", DelayCause.LINE_HAUL, "곤지암HUB");
        Traffic left =
                new Traffic(List.of(new Flow(1, "kr.cjlogistics", "인천", "강원", NIGHT, 4, ofNight)), UsualTimes.NONE);
        assertThat(new SituationRule(left, Set.of(), SETTINGS).find(late).isEmpty())
                .isEqualTo(!found);
    }

    @Test
    void PRM_4_what_a_jam_let_go_the_next_evening_is_of_the_night_it_was_picked_up_in() {
        for (int i = 0; i < 18; i++) {
            LocalDate pickedUp = i < 9 ? NIGHT.minusDays(1) : NIGHT;
            late.add(late("kr.cjlogistics", "강원", DelayCause.LINE_HAUL, "곤지암HUB", pickedUp, hours(9L), hours(3L)));
        }
        assertThat(late.getFirst().night()).isEqualTo(NIGHT.minusDays(1));
        assertThat(find()).as("nine of a night are not eighteen").isEmpty();
    }

    private static final Traffic SLOW =
            new Traffic(List.of(new Flow(1, "kr.cjlogistics", "인천", "서울", NIGHT, 400, 400)), UsualTimes.NONE);

    private static final Factor CARRIER = Factor.carrier("kr.cjlogistics");
    private static final Factor OKCHEON = new Factor(Kind.HUB, 0, "kr.cjlogistics", "옥천HUB", "");

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            60,  60, false, all hubs alike
            80,  60, false, some more than others
            150, 60, true,  a jam at a hub of a slow carrier
            """)
    void PRM_4_a_jam_at_a_slow_carriers_hub_is_one_of_its_own(int here, int elsewhere, boolean own, String story) {
        some(here, "kr.cjlogistics", "서울", DelayCause.HUB_BACKLOG, "옥천HUB");
        some(elsewhere, "kr.cjlogistics", "서울", DelayCause.HUB_BACKLOG, "곤지암HUB");
        assertThat(new SituationRule(SLOW, Set.of(CARRIER), SETTINGS).find(late).keySet())
                .as(story)
                .isEqualTo(own ? Set.of(CARRIER, OKCHEON) : Set.of(CARRIER));
    }

    @ParameterizedTest
    @CsvSource({"80, true", "70, false"})
    void PRM_4_a_hub_that_stood_alone_is_its_slow_carriers_once_it_is_like_the_others(int here, boolean own) {
        some(here, "kr.cjlogistics", "서울", DelayCause.HUB_BACKLOG, "옥천HUB");
        some(60, "kr.cjlogistics", "서울", DelayCause.HUB_BACKLOG, "곤지암HUB");
        assertThat(new SituationRule(SLOW, Set.of(CARRIER, OKCHEON), SETTINGS)
                        .find(late)
                        .keySet())
                .isEqualTo(own ? Set.of(CARRIER, OKCHEON) : Set.of(CARRIER));
        assertThat(CARRIER.isWiderThan(OKCHEON)).isTrue();
        assertThat(OKCHEON.isWiderThan(CARRIER)).isFalse();
        assertThat(Factor.carrier("kr.lotte").isWiderThan(OKCHEON)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 1.0", "2, 1, .8647", "2, 3, .3233", "2, 8, .0011"})
    void how_likely_chance_alone_makes_so_many(double expected, int late, double likely) {
        assertThat(SituationRule.tail(expected, late)).isCloseTo(likely, org.assertj.core.data.Offset.offset(.0001));
    }

    private Set<Factor> find() {
        return new SituationRule(TRAFFIC, Set.of(), SETTINGS).find(late).keySet();
    }

    private void some(int many, String carrier, String to, DelayCause cause, String place) {
        for (int i = 0; i < many; i++) {
            late.add(late(carrier, to, cause, place, NIGHT, hours(9L), hours(3L)));
        }
    }

    private LatePromise late(
            String carrier,
            String to,
            DelayCause cause,
            String place,
            LocalDate night,
            @Nullable Duration spent,
            @Nullable Duration usual) {
        boolean first = carrier.equals("kr.cjlogistics");
        return new LatePromise(
                late.size() + 1,
                first ? 1 : 2,
                carrier,
                first ? "인천" : "경기",
                to,
                cause,
                place,
                EVENING.plus(Duration.ofDays(night.toEpochDay() - NIGHT.toEpochDay())),
                EVENING.plusSeconds(5 * 3_600),
                spent,
                usual);
    }

    private static @Nullable Duration hours(@Nullable Long hours) {
        return hours == null ? null : Duration.ofHours(hours);
    }
}
