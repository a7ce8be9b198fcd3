package kr.dochak.compensation;

import java.util.List;

/** What the policy says about a situation. */
sealed interface Decision {

    /** Give these: the best rule's award, if any, before those that add to it. */
    record Granted(List<Rule.Award> awards) implements Decision {}

    /** Give nothing now. */
    record Refused(Reason reason) implements Decision {}

    /** Why nothing. */
    enum Reason {
        /** The cause is not compensated, e.g. the recipient asked for another day. */
        CAUSE_EXCLUDED,
        /** Not late enough for any rule yet. */
        NO_RULE_MET,
        /** The promise got as much before. */
        ALREADY_GIVEN
    }
}
