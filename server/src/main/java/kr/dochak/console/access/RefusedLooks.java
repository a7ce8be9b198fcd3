package kr.dochak.console.access;

import java.time.Instant;
import java.util.List;
import kr.dochak.identity.access.StaffAccess;
import kr.dochak.identity.vault.People;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Component;

/** Lines of the board: members of staff who wanted to see more people than an hour's work needs. */
@Component
class RefusedLooks implements BoardLines {

    private final People people;

    RefusedLooks(People people) {
        this.people = people;
    }

    @Override
    public List<BoardLine> of(MallId tenantId, int most) {
        return people.refusedReveals(tenantId).stream()
                .limit(most)
                .<BoardLine>map(Line::new)
                .toList();
    }

    record Line(StaffAccess.Refused refused) implements BoardLine {

        @Override
        public Instant since() {
            return refused.since();
        }

        @Override
        public long weight() {
            return refused.times();
        }

        @Override
        public boolean alarm() {
            return true;
        }

        @Override
        public String what(Words words) {
            return words.word("console.board.reveals");
        }

        @Override
        public String where(Words words) {
            return words.word("console.board.reveals.who", refused.staffName());
        }

        @Override
        public String count(Words words) {
            return words.word("console.board.reveals.times", refused.times());
        }

        @Override
        public String href() {
            return "/console/access";
        }
    }
}
