package kr.dochak.console.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dochak.compensation.CauseTerms;
import kr.dochak.compensation.PolicyDraft;
import kr.dochak.compensation.Rule;
import kr.dochak.console.DateText;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;

/**
 * A policy as somebody writes it: rules in lines, causes that are not compensated, from which day, and for whom. Who bears what stays as it is.
 *
 * @param house for every mall without a policy of its own
 */
public record PolicyForm(List<RuleLine> lines, Set<String> excluded, String day, boolean house) {

    private static final int MOST_LINES = 15;
    private static final int BLANK_LINES = 2;
    private static final int FARTHEST_DAYS = 365;

    static PolicyForm of(PolicyDraft now) {
        Set<String> excluded = new TreeSet<>();
        for (DelayCause cause : DelayCause.values()) {
            if (!terms(now, cause.name()).compensated()) {
                excluded.add(cause.name());
            }
        }
        return new PolicyForm(now.rules().stream().map(RuleLine::of).toList(), excluded, "", false);
    }

    static PolicyForm of(Map<String, String> typed) {
        List<RuleLine> lines = IntStream.range(0, MOST_LINES)
                .filter(i -> typed.containsKey("gives-" + i))
                .mapToObj(i -> line(typed, i))
                .filter(each -> !each.isBlank())
                .toList();
        Set<String> excluded = new TreeSet<>();
        Stream.of(DelayCause.values())
                .map(Enum::name)
                .filter(cause -> typed.containsKey("no-" + cause))
                .forEach(excluded::add);
        return new PolicyForm(lines, excluded, text(typed, "day"), typed.containsKey("house"));
    }

    private static RuleLine line(Map<String, String> typed, int i) {
        String id = text(typed, "id-" + i);
        String when = text(typed, "when-" + i);
        String gift = text(typed, "gift-" + i);
        return new RuleLine(
                id.matches("[a-z0-9-]{1,40}") ? id : "",
                RuleLine.WHENS.contains(when) ? when : "HOURS",
                text(typed, "much-" + i),
                RuleLine.GIFTS.contains(gift) ? gift : "POINTS",
                text(typed, "gives-" + i),
                text(typed, "most-" + i),
                typed.containsKey("adds-" + i));
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private static CauseTerms terms(PolicyDraft draft, String cause) {
        CauseTerms named = draft.terms().get(cause);
        return named == null ? Objects.requireNonNull(draft.terms().get("UNKNOWN")) : named;
    }

    /** The lines with room for more. */
    public List<RuleLine> shown() {
        List<RuleLine> shown = new ArrayList<>(lines);
        while (shown.size() < Math.min(MOST_LINES, lines.size() + BLANK_LINES)) {
            shown.add(RuleLine.empty());
        }
        return shown;
    }

    /** What of each line is wrong, by its place. */
    public Map<Integer, Set<RuleLine.Wrong>> wrong() {
        Map<Integer, Set<RuleLine.Wrong>> wrong = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Set<RuleLine.Wrong> ofLine = lines.get(i).wrong();
            if (!ofLine.isEmpty()) {
                wrong.put(i, ofLine);
            }
        }
        return wrong;
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** From when; nothing for at once, and for a day that cannot be meant. */
    Optional<Instant> from(Instant now) {
        LocalDate today = Seoul.dateOf(now);
        return DateText.read(day, today)
                .filter(date -> date.isAfter(today) && date.isBefore(today.plusDays(FARTHEST_DAYS)))
                .map(Seoul::startOf);
    }

    /** Whether its first day can be meant. */
    boolean isDayFit(Instant now) {
        return day.isEmpty() || from(now).isPresent();
    }

    boolean isFit(Instant now) {
        return !isEmpty() && wrong().isEmpty() && isDayFit(now);
    }

    /** As a draft; the shares of who bears what are those of the policy now. */
    PolicyDraft draft(MallId mall, PolicyDraft now) {
        Map<String, CauseTerms> terms = new HashMap<>(now.terms());
        for (DelayCause cause : DelayCause.values()) {
            CauseTerms before = terms(now, cause.name());
            boolean pays = !excluded.contains(cause.name());
            if (before.compensated() != pays) {
                terms.put(cause.name(), new CauseTerms(pays, before.shares()));
            }
        }
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (RuleLine line : lines) {
            String fresh = "r-" + UUID.randomUUID().toString().substring(0, 8);
            Rule rule = line.rule(fresh);
            rules.add(names.add(rule.id()) ? rule : new Rule(fresh, rule.condition(), rule.gift(), rule.adds()));
        }
        return new PolicyDraft(house ? MallId.DEFAULT : mall, rules, terms);
    }
}
