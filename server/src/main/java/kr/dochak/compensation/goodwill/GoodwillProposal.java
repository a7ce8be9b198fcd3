package kr.dochak.compensation.goodwill;

/** What came of asking for a {@link Goodwill} (BEN-4). */
public sealed interface GoodwillProposal {

    /** It waits for approval under this id. */
    record Proposed(long goodwillId) implements GoodwillProposal {}

    /** The mall has no such order. */
    record UnknownOrder() implements GoodwillProposal {}

    /** There is no amount, no reason, or one that is too long to be read. */
    record Incomplete() implements GoodwillProposal {}
}
