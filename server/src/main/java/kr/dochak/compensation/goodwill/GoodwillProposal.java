package kr.dochak.compensation.goodwill;

import java.util.Set;

/** What came of asking for a {@link Goodwill} (BEN-4). */
public sealed interface GoodwillProposal {

    /** It waits for approval under this id. */
    record Proposed(long goodwillId) implements GoodwillProposal {}

    /** The company lets this person give as much without another: the customer has it. */
    record Given(long goodwillId) implements GoodwillProposal {}

    /** The same form was sent before, and counts once. */
    record SentBefore() implements GoodwillProposal {}

    /** The mall has no such order. */
    record UnknownOrder() implements GoodwillProposal {}

    /** Something is missing, or out of bounds. */
    record Incomplete(Set<Field> wrong) implements GoodwillProposal {}

    /** What is asked for. */
    enum Field {
        AMOUNT,
        PERCENT,
        REASON
    }
}
