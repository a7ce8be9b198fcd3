package kr.dochak.benefits;

/** An entry with the hash it was written with. */
record ChainedEntry(LedgerEntry entry, String hash) {

    ChainHead end() {
        return new ChainHead(entry.id(), hash);
    }
}
