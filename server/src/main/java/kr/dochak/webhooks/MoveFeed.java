package kr.dochak.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.shared.MallId;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.FeedReader;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.Tracking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows the feed of moves; how far it got is written down in the same transaction as the events made of it. */
@Component
class MoveFeed implements Ticking {

    private static final int MOST_AT_ONCE = 1_000;

    private final EventWriting writing;
    private final MovedShipments moved;
    private final FeedReader feed;

    MoveFeed(
            Tracking tracking,
            EventRepository events,
            EventWriting writing,
            MovedShipments moved,
            TransactionTemplate transaction) {
        this.writing = writing;
        this.moved = moved;
        this.feed = new FeedReader(tracking, events, MOST_AT_ONCE, transaction);
    }

    @Override
    public boolean tick(Instant now) {
        return feed.read(this::write);
    }

    private void write(List<Move> moves) {
        Map<MallId, Set<EventType>> wanted =
                writing.wanted(moves.stream().map(Move::tenantId).distinct().toList());
        writing.write(moved.events(moves, wanted));
    }
}
