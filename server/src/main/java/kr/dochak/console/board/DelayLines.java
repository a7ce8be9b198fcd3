package kr.dochak.console.board;

import java.time.Instant;
import java.util.List;
import kr.dochak.console.ConsoleWords;
import kr.dochak.console.SituationWords;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.promise.causes.Situation;
import kr.dochak.promise.causes.Situation.Kind;
import kr.dochak.promise.causes.Situations;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Lines of the board: promises that will not hold, together by the situation that explains them, and else by cause, place and
 * carrier.
 */
@Component
class DelayLines implements BoardLines {

    private final Situations situations;

    DelayLines(Situations situations) {
        this.situations = situations;
    }

    @Override
    public List<BoardLine> of(MallId tenantId, int most) {
        return situations.of(tenantId, most).stream().<BoardLine>map(Line::new).toList();
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
            return SituationWords.what(situation, words);
        }

        @Override
        public String where(Words words) {
            String carrier = situation.carrier().isBlank() ? "" : ConsoleWords.carrier(situation.carrier(), words);
            if (situation.kind() == Kind.LINE) {
                return situation.place().isBlank() ? carrier : situation.place() + " · " + carrier;
            }
            String cause = ConsoleWords.cause(situation.cause(), words);
            String told = carrier.isEmpty() || situation.kind() == Kind.CARRIER
                    ? words.word("console.situation.all", cause)
                    : words.word("console.situation.carrier", carrier, cause);
            return SituationWords.parts(told, SituationWords.share(situation, words));
        }

        @Override
        public String count(Words words) {
            return words.word("console.board.promises", weight());
        }

        @Override
        public String href() {
            UriComponentsBuilder list =
                    UriComponentsBuilder.fromPath("/console/shipments").queryParam("show", "OPEN");
            return (situation.kind() == Kind.LINE
                            ? list.queryParam("cause", situation.cause())
                                    .queryParam("place", situation.place())
                                    .queryParam("carrier", situation.carrier())
                            : list.queryParam("situation", situation.id()))
                    .encode()
                    .toUriString();
        }
    }
}
