package kr.dochak.changes;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chain of the log (ASR-5). Rows are written without waiting for each other and sealed within a second, one after the other;
 * from then on no row can be changed, removed, slipped in or moved unseen.
 */
@Component
public class ChangeChain {

    private static final Logger log = LoggerFactory.getLogger(ChangeChain.class);
    private static final int SEALED_AT_ONCE = 500;
    private static final int READ_AT_ONCE = 1_000;

    private final ChainRepository chain;
    private final InstantSource clock;

    ChangeChain(ChainRepository chain, InstantSource clock) {
        this.chain = chain;
        this.clock = clock;
    }

    /** Gives the rows that are committed their places; true when there may be more. */
    @Transactional
    public boolean seal() {
        if (chain.waiting() == 0) {
            return false;
        }
        chain.lock();
        List<ChangeRow> rows = chain.unsealed(SEALED_AT_ONCE);
        if (rows.isEmpty()) {
            return false;
        }
        ChainLink last = chain.ends().head();
        List<ChainLink> links = new ArrayList<>(rows.size());
        for (ChangeRow row : rows) {
            last = last.next(row);
            links.add(last);
        }
        chain.seal(rows, links);
        return rows.size() == SEALED_AT_ONCE;
    }

    /** Reads the whole chain and recomputes it. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChainVerdict verify() {
        ChainRepository.Ends ends = chain.ends();
        ChainLink expected = ends.base();
        if (!chain.after(0, 1).stream()
                .allMatch(first -> isAt(first, ends.base().place() + 1))) {
            return new ChainVerdict.Broken(ends.base().place() + 1);
        }
        List<ChangeRow> rows;
        do {
            rows = chain.after(expected.place(), READ_AT_ONCE);
            for (ChangeRow row : rows) {
                expected = expected.next(row);
                if (!isAt(row, expected.place()) || !expected.hash().equals(row.hash())) {
                    return new ChainVerdict.Broken(expected.place());
                }
            }
        } while (rows.size() == READ_AT_ONCE);
        return expected.equals(ends.head())
                ? new ChainVerdict.Intact(expected.place() - ends.base().place(), expected.place(), expected.hash())
                : new ChainVerdict.Broken(expected.place() + 1);
    }

    private static boolean isAt(ChangeRow row, long place) {
        Long own = row.place();
        return own != null && own == place;
    }

    /** Keeps what a look at the chain found. The log of the server has the end of the chain too, for who compares one day. */
    @Transactional
    public void keep(ChainVerdict verdict) {
        Instant now = clock.instant();
        switch (verdict) {
            case ChainVerdict.Intact(long lines, long place, String hash) -> {
                log.info("The change log is whole: {} rows, the last is {} with {}", lines, place, hash);
                chain.verified(now, lines, new ChainLink(place, hash), null);
            }
            case ChainVerdict.Broken(long place) -> {
                log.error("The change log is broken at row {}", place);
                chain.verified(now, 0, new ChainLink(place, ""), place);
            }
        }
    }

    /** How it stands, without reading it. */
    public ChainState state() {
        ChainRepository.Ends ends = chain.ends();
        return new ChainState(ends.head().place() - ends.base().place(), chain.waiting(), chain.lastLook());
    }
}
