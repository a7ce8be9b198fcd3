package kr.dochak.promise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import kr.dochak.promise.learning.features.CalendarFamily;
import kr.dochak.promise.learning.features.Consignment;
import kr.dochak.promise.learning.features.Decayed;
import kr.dochak.promise.learning.features.Journey;
import kr.dochak.promise.learning.features.OpenTime;
import kr.dochak.promise.learning.features.OrderFamily;
import kr.dochak.promise.learning.features.Place;
import kr.dochak.promise.learning.features.Row;
import kr.dochak.promise.learning.features.SyntheticTrade;
import kr.dochak.promise.learning.features.Week;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small rules beneath the windows, as tables. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LearningRulesTests {

    @ParameterizedTest(name = "10 on day 0, 20 on day {0}: on day {1} {2}, drawn to 0 by one: {3}")
    @CsvSource({
        // second on, asked on, average, drawn towards 0 with the strength of one
        "0, 0, 15, 10",
        "7, 7, 16.667, 10",
        "14, 14, 18, 10",
        "7, 14, 16.667, 7.143",
        "7, 700, 16.667, 0",
    })
    void an_outcome_counts_half_after_each_half_life(double second, double asked, double mean, double drawn) {
        Decayed average = new Decayed();
        average.add(10, 0, 7);
        average.add(20, second, 7);
        assertThat(average.mean(asked, 7, 0, 1e-60)).isCloseTo(mean, within(.001));
        assertThat(average.mean(asked, 7, 0, 1)).isCloseTo(drawn, within(.001));
    }

    @ParameterizedTest(name = "{0} {1} {2} → {3} {4} {5}")
    @CsvSource({
        "2, 5, 9, 2, 5, 9",
        "9, 5, 2, 2, 5, 9",
        "5, 2, 9, 2, 5, 9",
        "-1, 5, 9, 0, 5, 9",
        "5, 5, 5, 5, 5.02, 5.04",
        "-3, -2, -1, 0, .02, .04",
    })
    void quantiles_never_cross_and_never_lie_in_the_past(
            double a, double b, double c, double early, double middle, double late) {
        Spread spread = Spread.sorted(a, b, c);
        assertThat(spread.early()).isEqualTo(early);
        assertThat(spread.middle()).isCloseTo(middle, within(1e-9));
        assertThat(spread.late()).isCloseTo(late, within(1e-9));
    }

    @ParameterizedTest(name = "{0} deliveries on the lane, {1} to the place: {2}, {3} deliveries")
    @CsvSource({
        "0, 0, , 0, 8",
        "0, 5, all, 5, 5.84",
        "9, 30, destination, 39, 2.476",
        "41, 30, lane, 41, 2.095",
    })
    void PRM_5_thin_history_is_drawn_to_the_broader_and_named(
            int lane, int place, @Nullable String level, int deliveries, double middle) {
        LaneHistory history = new LaneHistory(new Spread(3, 8, 20));
        add(history, 1, 2, lane, 2);
        add(history, 3, 2, place, 2);
        LaneHistory.Answer answer = history.of(journey(1, 2));
        assertThat(answer.basis()).isEqualTo(level == null ? new Basis.Nothing() : new Basis.Lanes(level, deliveries));
        assertThat(answer.spread().middle()).isCloseTo(middle, within(.01));
    }

    @Test
    void what_has_not_ended_counts_as_longer_than_it_is_now() {
        Survival onlyEnded = new Survival();
        Survival withOpen = new Survival();
        for (int i = 1; i <= 10; i++) {
            onlyEnded.add(i, true);
            withOpen.add(i, true);
            withOpen.add(5, false);
        }
        assertThat(onlyEnded.curve().at(.5)).isEqualTo(5);
        assertThat(withOpen.curve().at(.5)).isEqualTo(7);
        assertThat(withOpen.curve().at(.1)).isEqualTo(2);
    }

    @ParameterizedTest(name = "weeks, the newest first: {0} → the late end is read at {1}")
    @CsvSource({
        // where all outcomes of each week lay; the late end follows .7 of the way, drawn to 1 by fifty of 250 or fewer
        "1 1 1 1 1, 1",
        "1 3 1 1 1, 1",
        "1 1 3 3 1, 1",
        "3 1 3 3 1, 2.167",
        "3 3 3 3 3 1 1 1, 2.167",
        "0 0 0 0 0, .417",
        "3, 1.7",
    })
    void PRM_2_one_bad_week_is_an_accident_three_of_five_are_the_world(String weeks, double late) {
        assertThat(pastWeeks(weeks, 50).late()).isCloseTo(late, within(.001));
    }

    @Test
    void PRM_2_a_week_of_few_outcomes_says_nothing() {
        assertThat(pastWeeks("3 3 3", 19)).isEqualTo(Positions.asShown(Shares.USUAL));
    }

    @Test
    void PRM_2_a_week_that_has_not_reached_an_end_is_not_asked_for_it() {
        PastWeeks weeks = new PastWeeks();
        for (int i = 0; i < 100; i++) {
            weeks.add(i < 60 ? -.5 : 2, 3, i < 60);
            weeks.add(i < 60 ? -.5 : 2, 10, true);
        }
        Positions positions = weeks.shown().positions(Shares.USUAL, Positions.asShown(Shares.USUAL), 0);
        assertThat(positions.middle()).isCloseTo(-.35, within(.001));
        assertThat(positions.late()).isCloseTo(1.7, within(.001));
    }

    private static Positions pastWeeks(String positions, int outcomes) {
        PastWeeks weeks = new PastWeeks();
        int age = 3;
        for (String position : positions.split(" ")) {
            for (int i = 0; i < outcomes; i++) {
                weeks.add(Double.parseDouble(position), age, true);
            }
            age += PastWeeks.DAYS;
        }
        return weeks.shown().positions(Shares.USUAL, Positions.asShown(Shares.USUAL), 50);
    }

    @Test
    void PRM_5_days_on_which_the_carrier_rests_teach_nothing() {
        Consignment one = SyntheticTrade.orders(1).getFirst().consignment();
        Instant at = one.knownAt();
        OpenTime twoDaysOff = (consignment, from, to) ->
                Duration.between(from, to).minus(from.equals(to) ? Duration.ZERO : Duration.ofDays(2));
        LearningSettings usual = SyntheticTrade.settings();
        try (WindowLearning learning = new WindowLearning(new LearningSettings(
                usual.zone(), usual.closed(), twoDaysOff, ShownEnds.AS_SAID, usual.leastExamples(), 400, .5, 30))) {
            for (int i = 0; i < 200; i++) {
                Consignment another =
                        new Consignment("" + i, one.sender(), one.from(), one.to(), one.goods(), one.terms(), at);
                learning.ordered(another, at);
                learning.handedOver(another.id(), at);
                learning.delivered(another.id(), at.plus(Duration.ofDays(5)));
            }
            Quantiles left = learning.remaining(new WindowModel.Progress(one, null), at);
            assertThat(left.p50()).isCloseTo(Duration.ofDays(3), Duration.ofHours(12));
        }
    }

    @ParameterizedTest(name = "share {0} lies at {1}")
    @CsvSource({".05, -1.25", ".1, -1", ".3, -.5", ".5, 0", ".7, .5", ".9, 1", ".98, 2"})
    void a_share_lies_where_the_model_would_have_read_it(double share, double position) {
        assertThat(End.asShown(share)).isCloseTo(position, within(.001));
    }

    /** An order before three days on which nobody works is described as any other: what the model never saw says nothing. */
    @Test
    void PRM_1_days_that_do_not_count_are_in_no_feature() {
        var c = SyntheticTrade.orders(1).getFirst().consignment();
        Instant at = c.knownAt();
        OpenTime threeDaysOff = (consignment, from, to) ->
                Duration.between(from, to).minus(to.isAfter(at) ? Duration.ofDays(3) : Duration.ZERO);
        Week closed = new Week(java.time.ZoneOffset.UTC, day -> true);
        Week open = new Week(java.time.ZoneOffset.UTC, day -> false);
        assertThat(described(c, at.plus(Duration.ofDays(4)), closed, threeDaysOff))
                .containsExactly(
                        described(c, at.plus(Duration.ofDays(1)), open, (any, from, to) -> Duration.between(from, to)));
    }

    /** The clock of this one stands still until the hand-over that was planned, as over a mall's Sunday. */
    @ParameterizedTest(name = "planned for day {0}, taken on day {1}: of ten days {2} count")
    @CsvSource({"4, 4, 6", "4, 1, 9", "4, 6, 6"})
    void PRM_1_an_order_that_is_taken_sooner_than_planned_waits_no_longer(int planned, int taken, int counted) {
        var c = SyntheticTrade.orders(1).getFirst().consignment();
        Instant begin = Instant.EPOCH;
        OpenTime untilPlanned = (one, from, to) -> Duration.between(
                Objects.requireNonNull(one.terms().shipBy()).isAfter(from)
                        ? one.terms().shipBy()
                        : from,
                to);
        var terms = new Consignment.Terms(begin, 1, 1, "", begin.plus(Duration.ofDays(planned)), null);
        Journey journey = new Journey(
                new Consignment(c.id(), c.sender(), c.from(), c.to(), c.goods(), terms, begin), 0, untilPlanned);
        journey.handOver(taken);
        assertThat(journey.took(0, 10)).isEqualTo(counted);
    }

    private static float[] described(Consignment c, Instant shipBy, Week week, OpenTime openTime) {
        var terms = new Consignment.Terms(
                c.terms().orderedAt(),
                c.terms().price(),
                c.terms().freight(),
                c.terms().payment(),
                shipBy,
                null);
        double now = Journey.day(c.knownAt());
        Journey journey = new Journey(
                new Consignment(c.id(), c.sender(), c.from(), c.to(), c.goods(), terms, c.knownAt()), now, openTime);
        Row row = Row.unnamed();
        new CalendarFamily(week, openTime).describe(journey, now, row);
        new OrderFamily(week).describe(journey, now, row);
        return row.values();
    }

    /** A night that went wrong is in all of its parcels, so a month has few trees however many there were. */
    @ParameterizedTest(name = "{0} days: {1} trees for each end, {2} for the middle")
    @CsvSource({"30, 40, 160", "200, 100, 160", "400, 200, 160", "800, 200, 160"})
    void ends_learned_from_few_days_have_few_trees(double days, int ends, int middle) {
        assertThat(Boosting.Aim.EARLY.rounds(days)).isEqualTo(ends);
        assertThat(Boosting.Aim.MIDDLE.rounds(days)).isEqualTo(middle);
        assertThat(Boosting.Aim.LATE.rounds(days)).isEqualTo(ends);
    }

    private static void add(LaneHistory history, int from, int to, int times, double days) {
        for (int i = 0; i < times; i++) {
            history.add(journey(from, to), days);
        }
    }

    private static Journey journey(int from, int to) {
        var c = SyntheticTrade.orders(1).getFirst().consignment();
        return new Journey(
                new Consignment(c.id(), c.sender(), at(from), at(to), c.goods(), c.terms(), Instant.EPOCH),
                0,
                OpenTime.ALWAYS);
    }

    private static Place at(int province) {
        return new Place(java.util.List.of("P" + province), Double.NaN, Double.NaN);
    }
}
