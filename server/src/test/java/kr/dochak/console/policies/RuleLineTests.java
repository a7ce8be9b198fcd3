package kr.dochak.console.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kr.dochak.compensation.CauseTerms;
import kr.dochak.compensation.CauseTerms.Bearer;
import kr.dochak.compensation.PolicyDraft;
import kr.dochak.compensation.Rule;
import kr.dochak.console.policies.RuleLine.Wrong;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BEN-1: what is typed in the form of a policy, as a table. */
class RuleLineTests {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "HOURS, 6, SHARE, 5, '', ''",
        "HOURS, 0, SHARE, 5, '', MUCH",
        "DAYS, 61, POINTS, 500, '', MUCH",
        "LOST, '', POINTS, '5,000', '', ''",
        "LOST, '', SHARE, 101, '', GIVES",
        "DAYS, 3, COUPON, 10, '', MOST",
        "DAYS, 3, COUPON, 10, 30000, ''",
        "DAYS, 3, POINTS, 1000001, '', GIVES",
        "SLOT, many, POINTS, free, '', MUCH GIVES",
    })
    void BEN_1_a_line_says_what_is_wrong(
            String when, String much, String gift, String gives, String most, String wrong) {
        String found = String.join(
                " ",
                new RuleLine("", when, much, gift, gives, most, false)
                        .wrong().stream().map(Wrong::name).toList());
        assertThat(found).isEqualTo(wrong);
    }

    @Test
    void BEN_1_a_rule_comes_back_from_the_form_as_it_was() {
        for (RuleLine line : Set.of(
                new RuleLine("slot-15m", "SLOT", "15", "POINTS", "1000", "", false),
                new RuleLine("late-6h", "HOURS", "6", "SHARE", "5", "", true),
                new RuleLine("late-3d", "DAYS", "3", "COUPON", "10", "30000", false),
                new RuleLine("late-90m", "MINUTES", "90", "POINTS", "10", "", false),
                new RuleLine("lost", "LOST", "", "POINTS", "5000", "", false))) {
            assertThat(RuleLine.of(line.rule("x"))).isEqualTo(line);
        }
    }

    @Test
    void BEN_1_a_form_keeps_names_of_rules_drops_empty_ones_and_who_bears_what() {
        PolicyDraft now = new PolicyDraft(
                new MallId(5),
                java.util.List.of(),
                Map.of(
                        "UNKNOWN", new CauseTerms(true, Map.of(Bearer.PLATFORM, 100)),
                        "STOCK", new CauseTerms(true, Map.of(Bearer.SUPPLIER, 50, Bearer.PLATFORM, 50))));
        Map<String, String> typed = new HashMap<>();
        typed.putAll(Map.of("id-0", "late-6h", "when-0", "HOURS", "much-0", "7", "gift-0", "SHARE", "gives-0", "6"));
        typed.putAll(Map.of("id-1", "late-3d", "when-1", "DAYS", "much-1", "3", "gift-1", "POINTS", "gives-1", ""));
        typed.putAll(Map.of("id-2", "", "when-2", "LOST", "gift-2", "POINTS", "gives-2", "500", "no-STOCK", "true"));
        typed.put("day", "2026-12-01");
        PolicyForm form = PolicyForm.of(typed);
        assertThat(form.isFit(NOW)).isTrue();
        assertThat(form.from(NOW)).contains(Seoul.startOf(java.time.LocalDate.of(2026, 12, 1)));
        PolicyDraft draft = form.draft(new MallId(5), now);
        assertThat(draft.rules()).hasSize(2).first().extracting(Rule::id).isEqualTo("late-6h");
        assertThat(draft.terms().get("STOCK"))
                .isEqualTo(new CauseTerms(false, Map.of(Bearer.SUPPLIER, 50, Bearer.PLATFORM, 50)));
        typed.put("day", "2026-11-23");
        assertThat(PolicyForm.of(typed).isFit(NOW))
                .as("today is no day to begin later")
                .isFalse();
    }
}
