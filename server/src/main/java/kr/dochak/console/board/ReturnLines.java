package kr.dochak.console.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.console.ConsoleWords;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumbers;
import org.springframework.stereotype.Component;

/** Lines of the board: parcels on their way back that were not scanned for days (TRK-4). No promise is left to watch them. */
@Component
class ReturnLines implements BoardLines {

    private final Tracking tracking;
    private final TrackingNumbers numbers;
    private final InstantSource clock;

    ReturnLines(Tracking tracking, TrackingNumbers numbers, InstantSource clock) {
        this.tracking = tracking;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public List<BoardLine> of(MallId tenantId, int most) {
        Instant now = clock.instant();
        return tracking.quietReturns(tenantId, now.minus(numbers.quietReturn()), most).stream()
                .<BoardLine>map(parcel -> new Line(parcel, now))
                .toList();
    }

    record Line(ShipmentView parcel, Instant now) implements BoardLine {

        @Override
        public Instant since() {
            return parcel.state().lastScanAt();
        }

        @Override
        public long weight() {
            return parcel.orders().size();
        }

        @Override
        public boolean alarm() {
            return false;
        }

        @Override
        public String what(Words words) {
            return words.word("console.board.return");
        }

        @Override
        public String where(Words words) {
            return ConsoleWords.carrier(parcel.state().carrier(), words) + " "
                    + parcel.trackingNumber().value();
        }

        @Override
        public String count(Words words) {
            return words.word(
                    "console.board.return.days",
                    Duration.between(parcel.state().lastScanAt(), now).toDays());
        }

        @Override
        public String href() {
            return "/console/orders/" + parcel.orders().getFirst().orderId().value();
        }
    }
}
