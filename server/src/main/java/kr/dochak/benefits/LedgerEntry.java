package kr.dochak.benefits;

/** A movement at its place in the ledger; ids count up without a gap. */
public record LedgerEntry(long id, Movement movement) {}
