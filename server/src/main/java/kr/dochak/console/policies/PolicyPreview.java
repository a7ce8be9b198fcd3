package kr.dochak.console.policies;

import java.util.List;
import java.util.Map;
import kr.dochak.compensation.PublicRule;
import kr.dochak.compensation.RuleFigure;
import kr.dochak.shared.Won;

/**
 * A policy as sentences, with what each rule would have given in the last thirty days.
 *
 * @param before what the policy that holds would have given in all
 */
public record PolicyPreview(List<PublicRule> rules, Map<String, RuleFigure> figures, Won before) {

    public Won all() {
        return figures.values().stream().map(RuleFigure::worth).reduce(Won.ZERO, Won::plus);
    }
}
