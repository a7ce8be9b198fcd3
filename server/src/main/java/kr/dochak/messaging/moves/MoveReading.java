package kr.dochak.messaging.moves;

import java.time.Instant;
import java.util.List;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.FeedReader;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.Tracking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows the feed of moves; how far it got is written down in the same transaction as the notices made of it. */
@Component
class MoveReading implements Ticking {

    private static final int BATCH = 1000;

    private final MoveRepository moves;
    private final MoveNotices notices;
    private final FeedReader feed;

    MoveReading(Tracking tracking, MoveRepository moves, MoveNotices notices, TransactionTemplate transaction) {
        this.moves = moves;
        this.notices = notices;
        this.feed = new FeedReader(tracking, moves, BATCH, transaction);
    }

    @Override
    public boolean tick(Instant now) {
        return feed.read(() -> tellParked(now), batch -> tell(batch, now));
    }

    /** First, since what was parked happened before what is read now. */
    private boolean tellParked(Instant now) {
        List<MoveRepository.Waiting> parked = moves.takeKnown(BATCH);
        notices.tell(parked, now);
        return parked.size() == BATCH;
    }

    private void tell(List<Move> batch, Instant now) {
        notices.tell(notices.worthTelling(batch), now);
        notices.withdrawCancelled(batch);
    }
}
