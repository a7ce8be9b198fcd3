package kr.dochak.console.board;

import java.time.Instant;
import java.util.List;
import kr.dochak.console.ConsoleWords;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import kr.dochak.tracking.carriers.health.CarrierAlarm;
import kr.dochak.tracking.carriers.health.Integrations;
import org.springframework.stereotype.Component;

/** Lines of the board: carriers that are down, have fallen silent, or say what nobody understands. */
@Component
class AlarmLines implements BoardLines {

    private static final int LONGEST_TEXT = 40;

    private final Integrations integrations;

    AlarmLines(Integrations integrations) {
        this.integrations = integrations;
    }

    @Override
    public List<BoardLine> of(MallId tenantId, int most) {
        return integrations.alarms(tenantId).stream().<BoardLine>map(Line::new).toList();
    }

    record Line(CarrierAlarm alarmed) implements BoardLine {

        @Override
        public Instant since() {
            return alarmed.since();
        }

        @Override
        public long weight() {
            return alarmed.weight();
        }

        @Override
        public boolean alarm() {
            return true;
        }

        @Override
        public String what(Words words) {
            return switch (alarmed) {
                case CarrierAlarm.Unknown unknown -> words.word("console.board.unknown");
                case CarrierAlarm.Down down -> words.word("console.board.down");
                case CarrierAlarm.Quiet quiet -> words.word("console.board.quiet");
            };
        }

        @Override
        public String where(Words words) {
            return switch (alarmed) {
                case CarrierAlarm.Unknown unknown -> answered(unknown, words);
                case CarrierAlarm.Down down ->
                    words.word(
                            down.leftAlone() ? "console.board.down.left-alone" : "console.board.down.silent",
                            down.title());
                case CarrierAlarm.Quiet quiet -> words.word("console.board.quiet.sends", quiet.name());
            };
        }

        @Override
        public String count(Words words) {
            return switch (alarmed) {
                case CarrierAlarm.Unknown unknown -> words.word("console.board.times", unknown.times());
                case CarrierAlarm.Down down -> words.word("console.board.waiting", down.waiting());
                case CarrierAlarm.Quiet quiet -> words.word("console.board.quiet.usual", quiet.missing());
            };
        }

        @Override
        public String href() {
            return switch (alarmed) {
                case CarrierAlarm.Unknown unknown -> "/console/integrations#unknown";
                case CarrierAlarm.Down down -> "/console/integrations#routes";
                case CarrierAlarm.Quiet quiet -> "/console/integrations#loads";
            };
        }

        private static String answered(CarrierAlarm.Unknown unknown, Words words) {
            String answer = (unknown.code() + " " + shortened(unknown.text())).strip();
            String what =
                    words.word("console.board.unknown.said", ConsoleWords.carrier(unknown.carrier(), words), answer);
            return unknown.codes() == 1
                    ? what
                    : what + " " + words.word("console.board.unknown.more", unknown.codes() - 1);
        }

        private static String shortened(String text) {
            return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
        }
    }
}
