package kr.dochak.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.shared.Ticking;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.Tracking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows the feed of moves; how far it got is written down in the same transaction as the events made of it. */
@Component
class MoveFeed implements Ticking {

    private static final int MOST_AT_ONCE = 1_000;

    private final Tracking tracking;
    private final EventRepository cursor;
    private final EventWriting writing;
    private final MovedShipments moved;
    private final TransactionTemplate transaction;

    MoveFeed(
            Tracking tracking,
            EventRepository cursor,
            EventWriting writing,
            MovedShipments moved,
            TransactionTemplate transaction) {
        this.tracking = tracking;
        this.cursor = cursor;
        this.writing = writing;
        this.moved = moved;
        this.transaction = transaction;
    }

    @Override
    public boolean tick(Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> read()));
    }

    private boolean read() {
        List<Move> moves = tracking.moves(cursor.lockCursor(), MOST_AT_ONCE);
        if (moves.isEmpty()) {
            return false;
        }
        Map<Long, Set<EventType>> wanted =
                writing.wanted(moves.stream().map(Move::tenantId).distinct().toList());
        writing.write(moved.events(moves, wanted));
        cursor.advance(moves.getLast().id());
        return moves.size() == MOST_AT_ONCE;
    }
}
