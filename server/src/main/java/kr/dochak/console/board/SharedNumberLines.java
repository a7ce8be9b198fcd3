package kr.dochak.console.board;

import java.time.Instant;
import java.util.List;
import kr.dochak.console.ConsoleWords;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import kr.dochak.tracking.corrections.SharedNumbers;
import kr.dochak.tracking.corrections.SharedNumbers.SharedNumber;
import org.springframework.stereotype.Component;

/** Lines of the board: parcels whose number another mall has registered too. */
@Component
class SharedNumberLines implements BoardLines {

    private final SharedNumbers shared;

    SharedNumberLines(SharedNumbers shared) {
        this.shared = shared;
    }

    @Override
    public List<BoardLine> of(MallId tenantId, int most) {
        return shared.open(tenantId, most).stream().<BoardLine>map(Line::new).toList();
    }

    record Line(SharedNumber number) implements BoardLine {

        @Override
        public Instant since() {
            return number.foundAt();
        }

        @Override
        public long weight() {
            return number.orders().size();
        }

        @Override
        public boolean alarm() {
            return true;
        }

        @Override
        public String what(Words words) {
            return words.word("console.board.shared-number");
        }

        @Override
        public String where(Words words) {
            return ConsoleWords.carrier(number.carrier(), words) + " "
                    + number.number().value();
        }

        @Override
        public String count(Words words) {
            return words.word("console.board.collision.orders", number.orders().size());
        }

        @Override
        public String href() {
            return "/console/integrations#shared";
        }
    }
}
