package kr.dochak.compensation.goodwill;

/** What came of an approval of a {@link Goodwill} (BEN-4). */
public sealed interface GoodwillAnswer {

    /** Approved by all who must; the customer has it. */
    record Given() implements GoodwillAnswer {}

    /** Approved, but another person with authority for the sum must agree too. */
    record NeedsAnother() implements GoodwillAnswer {}

    /** Not approved. */
    record NotAllowed(Reason reason) implements GoodwillAnswer {}

    /** Why not. */
    enum Reason {
        /** It belongs to another mall, or does not exist. */
        UNKNOWN,
        /** Nobody approves their own. */
        OWN_PROPOSAL,
        /** This person has approved before. */
        APPROVED_BEFORE,
        /** This person's role may approve nothing, or not so much. */
        ABOVE_LIMIT,
        /** It was given or refused before. */
        DECIDED_BEFORE
    }
}
