package kr.dochak.console.board;

import java.time.Instant;
import java.util.List;
import kr.dochak.console.ConsoleWords;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import kr.dochak.tracking.corrections.NumberCollision;
import kr.dochak.tracking.corrections.NumberCollisions;
import org.springframework.stereotype.Component;

/** Lines of the board: parcels that share a number with another, and so get no scans. */
@Component
class CollisionLines implements BoardLines {

    private final NumberCollisions collisions;

    CollisionLines(NumberCollisions collisions) {
        this.collisions = collisions;
    }

    @Override
    public List<BoardLine> of(MallId tenantId, int most) {
        return collisions.open(tenantId, most).stream()
                .<BoardLine>map(Line::new)
                .toList();
    }

    record Line(NumberCollision collision) implements BoardLine {

        @Override
        public Instant since() {
            return collision.foundAt();
        }

        @Override
        public long weight() {
            return collision.retiredOrders().size();
        }

        @Override
        public boolean alarm() {
            return true;
        }

        @Override
        public String what(Words words) {
            return words.word("console.board.collision");
        }

        @Override
        public String where(Words words) {
            return ConsoleWords.carrier(collision.carrier(), words) + " "
                    + collision.number().value();
        }

        @Override
        public String count(Words words) {
            return words.word(
                    "console.board.collision.orders", collision.retiredOrders().size());
        }

        @Override
        public String href() {
            return "/console/integrations#collisions";
        }
    }
}
