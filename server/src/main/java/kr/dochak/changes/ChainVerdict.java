package kr.dochak.changes;

/** What a look at the whole chain found. */
public sealed interface ChainVerdict {

    /** Every row is as it was written; {@code hash} may be compared with one noted elsewhere earlier. */
    record Intact(long lines, long place, String hash) implements ChainVerdict {}

    /** The first row that was changed, removed or slipped in. */
    record Broken(long place) implements ChainVerdict {}
}
