package kr.dochak.console.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.care.Cases;
import kr.dochak.care.Tasks;
import kr.dochak.care.record.CaseFilter;
import kr.dochak.care.tasks.TaskFigures;
import kr.dochak.messaging.DeliveryFigures.Unreached;
import kr.dochak.messaging.Messages;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Component;

/** Lines of the board: promised acts that are late, cases that wait for a lead, customers who could be reached by nothing. */
@Component
class PromisedLines implements BoardLines {

    private final Tasks tasks;
    private final Cases cases;
    private final Messages messages;

    PromisedLines(Tasks tasks, Cases cases, Messages messages) {
        this.tasks = tasks;
        this.cases = cases;
        this.messages = messages;
    }

    @Override
    public List<BoardLine> of(MallId tenantId, int most) {
        List<BoardLine> lines = new ArrayList<>();
        TaskFigures late = tasks.figures(tenantId);
        if (late.lateSince() != null) {
            lines.add(new Line("late", late.lateSince(), late.overdue(), "/console/tasks?show=late"));
        }
        long escalated = cases.figures(tenantId).escalated();
        if (escalated > 0) {
            cases.queue(CaseFilter.unsolved(tenantId).onlyEscalated(), null, 1).items().stream()
                    .findFirst()
                    .ifPresent(first -> lines.add(new Line(
                            "escalated",
                            first.escalatedAt() == null ? first.attentionAt() : first.escalatedAt(),
                            escalated,
                            "/console/cases?view=escalated")));
        }
        Unreached unreached = messages.unreached(tenantId);
        if (unreached.since() != null) {
            lines.add(new Line("unsent", unreached.since(), unreached.customers(), "/console/tasks/unreached"));
        }
        return lines;
    }

    record Line(String key, Instant since, long weight, String href) implements BoardLine {

        @Override
        public boolean alarm() {
            return true;
        }

        @Override
        public String what(Words words) {
            return words.word("console.board." + key);
        }

        @Override
        public String where(Words words) {
            return words.word("console.board." + key + ".where");
        }

        @Override
        public String count(Words words) {
            return words.word("console.board." + key + ".count", weight);
        }
    }
}
