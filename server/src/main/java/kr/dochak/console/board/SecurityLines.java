package kr.dochak.console.board;

import java.time.Instant;
import java.util.List;
import kr.dochak.identity.security.SecurityAlarm;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Component;

/** The line of the board while many are refused at the doors. */
@Component
class SecurityLines implements BoardLines {

    private final SecurityLog log;

    SecurityLines(SecurityLog log) {
        this.log = log;
    }

    @Override
    public List<BoardLine> of(MallId tenantId, int most) {
        return log.alarm()
                .<List<BoardLine>>map(alarm -> List.of(new Line(alarm)))
                .orElse(List.of());
    }

    record Line(SecurityAlarm refused) implements BoardLine {

        @Override
        public Instant since() {
            return refused.since();
        }

        @Override
        public long weight() {
            return refused.refusals();
        }

        @Override
        public boolean alarm() {
            return true;
        }

        @Override
        public String what(Words words) {
            return words.word("console.board.security");
        }

        @Override
        public String where(Words words) {
            return words.word("console.board.security.where", refused.addresses());
        }

        @Override
        public String count(Words words) {
            return words.word("console.board.times", refused.refusals());
        }

        @Override
        public String href() {
            return "/console/security?outcome=REFUSED";
        }
    }
}
