package kr.dochak.messaging;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.Ticking;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.Tracking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows the feed of moves; how far it got is written down in the same transaction as the notices made of it. */
@Component
class MoveReading implements Ticking {

    private static final int BATCH = 1000;

    private final Tracking tracking;
    private final MoveRepository moves;
    private final MoveNotices notices;
    private final TransactionTemplate transaction;

    MoveReading(Tracking tracking, MoveRepository moves, MoveNotices notices, TransactionTemplate transaction) {
        this.tracking = tracking;
        this.moves = moves;
        this.notices = notices;
        this.transaction = transaction;
    }

    @Override
    public boolean tick(Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> read(now)));
    }

    private boolean read(Instant now) {
        long last = moves.lockCursor();
        List<MoveRepository.Waiting> parked = moves.takeKnown(BATCH);
        notices.tell(parked, now);
        List<Move> batch = tracking.moves(last, BATCH);
        if (!batch.isEmpty()) {
            notices.tell(notices.worthTelling(batch), now);
            notices.withdrawCancelled(batch);
            moves.advance(batch.getLast().id());
        }
        return batch.size() == BATCH || parked.size() == BATCH;
    }
}
