package kr.dochak.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.compensation.CauseTerms.Bearer;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The policy as tables (BEN-1): the left side is what happened, the right side what the customer gets now. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CompensationPolicyTests {

    private static final Rule SLOT = late("slot-15m", 15, true, new Rule.Gift.Points(new Won(1_000)), false);
    private static final Rule SIX_HOURS = late("late-6h", 360, false, new Rule.Gift.PointShare(5), false);
    private static final Rule THREE_DAYS =
            late("late-3d", 4_320, false, new Rule.Gift.Coupon(10, new Won(30_000)), false);
    private static final Rule LOST = caused("lost", DelayCause.LOST);
    private static final Rule DAMAGED = caused("damaged", DelayCause.DAMAGED);
    private static final CompensationPolicy DEFAULTS = policy(SLOT, SIX_HOURS, THREE_DAYS, LOST, DAMAGED);

    @Test
    void BEN_1_lateness_decides_and_the_best_single_rule_wins() {
        check(DEFAULTS, """
                late   | promised | cause       | total  | already      => gets
                0m     | day      | HUB_BACKLOG | 40000  |              => NO_RULE_MET
                14m    | slot     | LAST_MILE   | 40000  |              => NO_RULE_MET
                15m    | slot     | LAST_MILE   | 40000  |              => slot-15m POINTS 1000
                15m    | day      | LAST_MILE   | 40000  |              => NO_RULE_MET
                359m   | day      | LINE_HAUL   | 40000  |              => NO_RULE_MET
                359m   | slot     | LINE_HAUL   | 40000  |              => slot-15m POINTS 1000
                360m   | day      | LINE_HAUL   | 40000  |              => late-6h POINTS 2000
                360m   | slot     | LINE_HAUL   | 40000  |              => late-6h POINTS 2000
                360m   | slot     | LINE_HAUL   | 12000  |              => slot-15m POINTS 1000
                360m   | slot     | LINE_HAUL   | 20000  |              => slot-15m POINTS 1000
                360m   | day      | LINE_HAUL   | 12345  |              => late-6h POINTS 610
                360m   | day      | LINE_HAUL   | 0      |              => ALREADY_GIVEN
                4319m  | day      | LINE_HAUL   | 40000  |              => late-6h POINTS 2000
                4320m  | day      | LINE_HAUL   | 40000  |              => late-3d COUPON 30000
                4320m  | slot     | LINE_HAUL   | 5000   |              => slot-15m POINTS 1000
                90000m | day      | LINE_HAUL   | 900000 |              => late-6h POINTS 45000
                """);
    }

    @Test
    void BEN_1_some_causes_are_not_compensated() {
        check(DEFAULTS, """
                late   | promised | cause            | total | already => gets
                9000m  | day      | CUSTOMER_REQUEST | 40000 |         => CAUSE_EXCLUDED
                9000m  | slot     | ADDRESS          | 40000 |         => CAUSE_EXCLUDED
                360m   | day      | WEATHER          | 40000 |         => late-6h POINTS 2000
                360m   | day      | ?                | 40000 |         => late-6h POINTS 2000
                0m     | day      | LOST             | 40000 |         => lost POINTS 5000
                0m     | day      | DAMAGED          | 40000 |         => damaged POINTS 5000
                4320m  | day      | LOST             | 40000 |         => lost POINTS 5000
                4320m  | day      | LOST             | 90000 |         => late-3d COUPON 30000
                """);
    }

    @Test
    void BEN_1_a_delay_that_grows_is_topped_up_and_nothing_is_taken_back() {
        check(DEFAULTS, """
                late   | promised | cause     | total | already                     => gets
                20m    | slot     | LAST_MILE | 40000 | slot-15m=1000               => ALREADY_GIVEN
                360m   | slot     | LAST_MILE | 40000 | slot-15m=1000               => late-6h POINTS 1000
                360m   | slot     | LAST_MILE | 12000 | slot-15m=1000               => ALREADY_GIVEN
                4320m  | day      | LINE_HAUL | 40000 | late-6h=2000                => late-3d COUPON 30000
                4320m  | slot     | LINE_HAUL | 40000 | slot-15m=1000 late-6h=1000  => late-3d COUPON 30000
                5000m  | day      | LINE_HAUL | 40000 | late-6h=2000 late-3d=4000   => ALREADY_GIVEN
                5000m  | day      | LOST      | 40000 | late-6h=2000                => lost POINTS 3000
                5000m  | day      | LOST      | 40000 | late-6h=2000 late-3d=4000   => ALREADY_GIVEN
                360m   | day      | LINE_HAUL | 40000 | late-3d=4000                => ALREADY_GIVEN
                400m   | day      | LINE_HAUL | 60000 | late-6h=2000                => ALREADY_GIVEN
                """);
    }

    @Test
    void BEN_1_rules_that_add_come_on_top_of_the_best() {
        Rule sorry = late("sorry", 360, false, new Rule.Gift.Points(new Won(500)), true);
        check(policy(SLOT, SIX_HOURS, THREE_DAYS, sorry), """
                late   | promised | cause     | total | already               => gets
                15m    | slot     | LAST_MILE | 40000 |                       => slot-15m POINTS 1000
                360m   | day      | LAST_MILE | 40000 |                       => late-6h POINTS 2000, sorry POINTS 500
                360m   | day      | LAST_MILE | 40000 | sorry=500             => late-6h POINTS 2000
                360m   | day      | LAST_MILE | 40000 | late-6h=2000          => sorry POINTS 500
                360m   | day      | LAST_MILE | 40000 | late-6h=2000 sorry=500 => ALREADY_GIVEN
                """);
    }

    @Test
    void the_next_look_is_at_the_next_threshold_that_time_can_reach() {
        assertThat(next("0m", true, DelayCause.LAST_MILE)).isEqualTo("PT15M");
        assertThat(next("0m", false, DelayCause.LAST_MILE)).isEqualTo("PT6H");
        assertThat(next("360m", false, DelayCause.LAST_MILE)).isEqualTo("PT72H");
        assertThat(next("4320m", false, DelayCause.LAST_MILE)).isEqualTo("never");
        assertThat(next("0m", true, DelayCause.ADDRESS))
                .as("nothing is given, but by then another cause may have been found")
                .isEqualTo("PT15M");
        assertThat(next("0m", false, DelayCause.LOST)).isEqualTo("PT6H");
    }

    @Test
    void BEN_6_the_burden_is_split_without_losing_a_won() {
        CauseTerms terms = new CauseTerms(true, Map.of(Bearer.CARRIER, 33, Bearer.SUPPLIER, 33, Bearer.PLATFORM, 34));
        assertThat(terms.split(new Won(101)))
                .isEqualTo(Map.of(
                        Bearer.CARRIER, new Won(33), Bearer.SUPPLIER, new Won(33), Bearer.PLATFORM, new Won(35)));
        CauseTerms carrier = new CauseTerms(true, Map.of(Bearer.CARRIER, 100, Bearer.SUPPLIER, 0, Bearer.PLATFORM, 0));
        assertThat(carrier.split(new Won(7))).isEqualTo(Map.of(Bearer.CARRIER, new Won(7)));
        assertThatThrownBy(() -> new CauseTerms(true, Map.of(Bearer.CARRIER, 99)))
                .hasMessageContaining("100");
    }

    @Test
    void ASR_4_rules_are_said_from_their_own_data() {
        assertThat(DEFAULTS.rules().stream().map(RuleWords::sentence).map(PublicRule::korean))
                .containsExactly(
                        "시간대 배송이 15분 이상 늦으면 1,000P를 드려요",
                        "배송이 6시간 이상 늦으면 주문 금액의 5%를 포인트로 드려요",
                        "배송이 3일 이상 늦으면 10% 할인 쿠폰(최대 30,000원)을 드려요",
                        "상품이 분실되면 5,000P를 드려요",
                        "상품이 파손되면 5,000P를 드려요");
        assertThat(DEFAULTS.rules().stream().map(RuleWords::sentence).map(PublicRule::english))
                .containsExactly(
                        "You get 1,000 points when your timed delivery is at least 15 minutes late.",
                        "You get 5% of the order in points when your delivery is at least 6 hours late.",
                        "You get a 10% coupon (up to ₩30,000) when your delivery is at least 3 days late.",
                        "You get 5,000 points when your parcel is lost.",
                        "You get 5,000 points when your item arrives damaged.");
        assertThat(RuleWords.reason(SIX_HOURS)).isEqualTo("배송 6시간 이상 지연 보상");
    }

    private static void check(CompensationPolicy policy, String table) {
        for (String line : table.lines().skip(1).toList()) {
            String[] sides = line.split("=>");
            assertThat(gets(policy.decide(situation(sides[0])))).as(line).isEqualTo(sides[1].strip());
        }
    }

    private static String gets(Decision decision) {
        return switch (decision) {
            case Decision.Refused refused -> refused.reason().name();
            case Decision.Granted granted ->
                granted.awards().stream()
                        .map(award -> award.rule().id() + " " + award.kind() + " "
                                + award.value().amount())
                        .collect(Collectors.joining(", "));
        };
    }

    private static RuleContext situation(String columns) {
        List<String> cells =
                Arrays.stream(columns.split("\\|", -1)).map(String::strip).toList();
        Map<String, Won> already = new HashMap<>();
        for (String given :
                cells.get(4).isEmpty() ? new String[0] : cells.get(4).split(" +")) {
            already.put(given.split("=")[0], new Won(Long.parseLong(given.split("=")[1])));
        }
        return new RuleContext(
                Duration.parse("PT" + cells.get(0)),
                cells.get(1).equals("slot"),
                cause(cells.get(2)),
                new Won(Long.parseLong(cells.get(3))),
                already);
    }

    private static @Nullable DelayCause cause(String cell) {
        return cell.equals("?") ? null : DelayCause.valueOf(cell);
    }

    private static String next(String late, boolean timed, DelayCause cause) {
        RuleContext situation = new RuleContext(Duration.parse("PT" + late), timed, cause, new Won(40_000), Map.of());
        return DEFAULTS.nextThreshold(situation).map(Duration::toString).orElse("never");
    }

    private static Rule late(String id, int minutes, boolean timedOnly, Rule.Gift gift, boolean adds) {
        return new Rule(id, new Rule.Condition.Late(Duration.ofMinutes(minutes), timedOnly), gift, adds);
    }

    private static Rule caused(String id, DelayCause cause) {
        return new Rule(id, new Rule.Condition.Caused(cause), new Rule.Gift.Points(new Won(5_000)), false);
    }

    private static CompensationPolicy policy(Rule... rules) {
        CauseTerms given = new CauseTerms(true, Map.of(Bearer.PLATFORM, 100));
        CauseTerms excluded = new CauseTerms(false, Map.of(Bearer.PLATFORM, 100));
        return new CompensationPolicy(
                1, List.of(rules), Map.of("UNKNOWN", given, "ADDRESS", excluded, "CUSTOMER_REQUEST", excluded));
    }
}
