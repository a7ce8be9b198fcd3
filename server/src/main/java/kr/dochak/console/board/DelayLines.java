package kr.dochak.console.board;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import kr.dochak.console.ConsoleWords;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.promise.Promises;
import kr.dochak.promise.Situation;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Component;

/** Lines of the board: promises that will not hold, together by cause, place and carrier. */
@Component
class DelayLines implements BoardLines {

    private final Promises promises;

    DelayLines(Promises promises) {
        this.promises = promises;
    }

    @Override
    public List<BoardLine> of(MallId tenantId, int most) {
        return promises.situations(tenantId, most).stream()
                .<BoardLine>map(Line::new)
                .toList();
    }

    record Line(Situation situation) implements BoardLine {

        @Override
        public Instant since() {
            return situation.since();
        }

        @Override
        public long weight() {
            return situation.promises();
        }

        @Override
        public boolean alarm() {
            return false;
        }

        @Override
        public String what(Words words) {
            return ConsoleWords.cause(situation.cause(), words);
        }

        @Override
        public String where(Words words) {
            String carrier = ConsoleWords.carrier(situation.carrier(), words);
            return situation.place().isBlank() ? carrier : situation.place() + " · " + carrier;
        }

        @Override
        public String count(Words words) {
            return words.word("console.board.promises", weight());
        }

        @Override
        public String href() {
            return "/console/shipments?cause=" + situation.cause() + "&place="
                    + URLEncoder.encode(situation.place(), StandardCharsets.UTF_8) + "&carrier=" + situation.carrier()
                    + "&show=OPEN";
        }
    }
}
