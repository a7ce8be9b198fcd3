package kr.dochak.compensation;

import java.util.List;
import java.util.Map;
import kr.dochak.shared.MallId;

/**
 * A policy before it is switched on (BEN-1).
 *
 * @param tenantId the mall it is for; 0 for every mall without one of its own
 * @param rules the earlier wins when two are worth the same
 * @param terms by the name of a delay cause; {@code UNKNOWN} is required and holds for every other
 */
public record PolicyDraft(MallId tenantId, List<Rule> rules, Map<String, CauseTerms> terms) {

    public PolicyDraft {
        rules = List.copyOf(rules);
        terms = Map.copyOf(terms);
        if (!terms.containsKey(CompensationPolicy.UNKNOWN)) {
            throw new IllegalArgumentException("a policy must say what an unknown cause means");
        }
        if (rules.stream().map(Rule::id).distinct().count() != rules.size()) {
            throw new IllegalArgumentException("two rules have one id");
        }
    }
}
