package kr.dochak.console.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.console.ConsoleWords;
import kr.dochak.fulfillment.CancelledParcel;
import kr.dochak.fulfillment.CancelledParcels;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import org.springframework.stereotype.Component;

/** Lines of the board: parcels of cancelled orders that can still be stopped, and numbers that are another parcel's. */
@Component
class StopLines implements BoardLines {

    private static final Duration WRONG_NUMBERS = Duration.ofDays(30);

    private final CancelledParcels cancelled;
    private final Tracking tracking;
    private final InstantSource clock;

    StopLines(CancelledParcels cancelled, Tracking tracking, InstantSource clock) {
        this.cancelled = cancelled;
        this.tracking = tracking;
        this.clock = clock;
    }

    @Override
    public List<BoardLine> of(MallId tenantId, int most) {
        List<BoardLine> lines = new ArrayList<>();
        CancelledParcels.Figures figures = cancelled.figures(tenantId);
        CancelledParcel oldest = figures.oldest();
        if (oldest != null) {
            lines.add(new Line("cancelled", oldest.cancelledAt(), figures.stoppable(), oldest.parcel()));
        }
        List<ShipmentView> wrong =
                tracking.olderThanTheirOrders(tenantId, clock.instant().minus(WRONG_NUMBERS), 100);
        if (!wrong.isEmpty()) {
            ShipmentView first = wrong.getLast();
            lines.add(new Line("numbers", first.registeredAt(), wrong.size(), first));
        }
        return lines;
    }

    record Line(String kind, Instant since, long weight, ShipmentView oldest) implements BoardLine {

        @Override
        public boolean alarm() {
            return true;
        }

        @Override
        public String what(Words words) {
            return words.word("console.board.stop." + kind);
        }

        @Override
        public String where(Words words) {
            return ConsoleWords.carrier(oldest.state().carrier(), words) + " " + oldest.trackingNumber();
        }

        @Override
        public String count(Words words) {
            return words.word("console.board.stop.count", weight);
        }

        @Override
        public String href() {
            return "/console/orders/cancelled#" + kind;
        }
    }
}
