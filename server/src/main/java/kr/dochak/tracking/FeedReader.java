package kr.dochak.tracking;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the feed of moves for one reader, each move once. The reader's mark moves in the transaction of what is made of the
 * moves, and only one process at a time reads behind it.
 */
public final class FeedReader {

    /** How far a reader got; it stands in a table of the reader's own module. */
    public interface Mark {

        /** The last move that was dealt with, locked until the end of the transaction; empty while somebody else reads. */
        Optional<Long> lock();

        void moveTo(long lastId);
    }

    private final Tracking tracking;
    private final Mark mark;
    private final int most;
    private final TransactionTemplate transaction;

    public FeedReader(Tracking tracking, Mark mark, int most, TransactionTemplate transaction) {
        this.tracking = tracking;
        this.mark = mark;
        this.most = most;
        this.transaction = transaction;
    }

    /** Hands over the next moves, if there are any; true when there may be more. */
    public boolean read(Consumer<List<Move>> taker) {
        return read(() -> false, taker);
    }

    /** The same, with something of the reader's own done first, behind the same lock; true also when that has more to do. */
    public boolean read(BooleanSupplier first, Consumer<List<Move>> taker) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> mark.lock().map(last -> read(last, first, taker)).orElse(false)));
    }

    private boolean read(long last, BooleanSupplier first, Consumer<List<Move>> taker) {
        boolean moreOfIts = first.getAsBoolean();
        List<Move> moves = tracking.moves(last, most);
        if (!moves.isEmpty()) {
            taker.accept(moves);
            mark.moveTo(moves.getLast().id());
        }
        return moreOfIts || moves.size() == most;
    }
}
