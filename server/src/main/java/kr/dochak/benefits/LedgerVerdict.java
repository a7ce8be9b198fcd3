package kr.dochak.benefits;

/** What an inspection of the ledger found. */
public sealed interface LedgerVerdict {

    /** Every entry is as it was written; {@code lastHash} may be compared with one noted elsewhere earlier. */
    record Intact(long entries, String lastHash) implements LedgerVerdict {}

    /** The first entry that was changed, removed or slipped in. */
    record Broken(long entryId) implements LedgerVerdict {}
}
