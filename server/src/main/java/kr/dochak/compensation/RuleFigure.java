package kr.dochak.compensation;

import kr.dochak.shared.Won;

/** How often a rule granted in a span of time, and what that was worth (a coupon: its share of the order it is for). */
public record RuleFigure(String ruleId, long grants, Won worth) {

    RuleFigure plus(RuleFigure other) {
        return new RuleFigure(ruleId, grants + other.grants, worth.plus(other.worth));
    }
}
