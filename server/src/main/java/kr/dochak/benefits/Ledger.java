package kr.dochak.benefits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The append-only, hash-chained book of every benefit issued, used, expired or revoked (BEN-5). */
@Component
public class Ledger {

    private final LedgerRepository entries;

    Ledger(LedgerRepository entries) {
        this.entries = entries;
    }

    /**
     * Writes movements at the end of the chain. The chain's head stays locked until the transaction ends, so this is the
     * last thing a transaction does: whoever holds the head waits for nobody.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void append(List<Movement> movements) {
        if (movements.isEmpty()) {
            return;
        }
        ChainHead head = entries.lockHead();
        List<ChainedEntry> chained = new ArrayList<>(movements.size());
        for (Movement movement : movements) {
            head = head.next(movement);
            chained.add(new ChainedEntry(new LedgerEntry(head.entryId(), movement), head.hash()));
        }
        entries.insert(chained);
        entries.moveHead(head);
    }

    /** Reads the whole ledger and recomputes its chain; finds any entry that was changed, removed or slipped in. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public LedgerVerdict verify() {
        ChainHead expected = ChainHead.START;
        try (Stream<ChainedEntry> all = entries.stream()) {
            for (ChainedEntry entry : (Iterable<ChainedEntry>) all::iterator) {
                expected = expected.next(entry.entry().movement());
                if (!expected.equals(entry.end())) {
                    return new LedgerVerdict.Broken(expected.entryId());
                }
            }
        }
        return expected.equals(entries.head())
                ? new LedgerVerdict.Intact(expected.entryId(), expected.hash())
                : new LedgerVerdict.Broken(expected.entryId() + 1);
    }

    /** What moved for people, newest first; {@code cursor} is null for the first page. */
    public Keyset<LedgerEntry> history(Collection<PersonId> personIds, @Nullable String cursor, int limit) {
        long before = Cursor.read(cursor).number(0, Long.MAX_VALUE);
        return Keyset.of(entries.of(personIds, before, limit + 1), limit, entry -> Cursor.after(entry.id()));
    }
}
