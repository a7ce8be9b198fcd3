package kr.dochak.care;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.TaskKind;
import kr.dochak.care.tasks.TaskRepository;
import kr.dochak.shared.CaseId;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds tasks whose time is over, each once: they stand on the board, and a call that was not made is put before the lead. */
@Component
class TaskTimers implements Ticking {

    private static final int MOST_AT_ONCE = 500;

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final CaseMoves moves;
    private final CaseRecord record;
    private final CaseAnnouncements announcements;

    TaskTimers(
            TaskRepository tasks,
            TaskEvents events,
            CaseMoves moves,
            CaseRecord record,
            CaseAnnouncements announcements) {
        this.tasks = tasks;
        this.events = events;
        this.moves = moves;
        this.record = record;
        this.announcements = announcements;
    }

    @Override
    @Transactional
    public boolean tick(Instant now) {
        List<Task> late = tasks.markOverdue(now, MOST_AT_ONCE);
        if (late.isEmpty()) {
            return false;
        }
        List<CaseId> calls = late.stream()
                .filter(task -> task.kind() == TaskKind.CALL)
                .map(Task::caseId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        moves.escalate(calls, now);
        calls.forEach(caseId -> record.note(caseId, CaseEvent.Kind.CALL_OVERDUE, null, "", now));
        events.overdue(late, now);
        announcements.late(
                late.stream()
                        .filter(task -> task.kind() != TaskKind.DELIVERY_REQUEST)
                        .toList(),
                now);
        announcements.tasksChanged(late);
        return late.size() == MOST_AT_ONCE;
    }

    @Override
    public @Nullable Instant nextDue() {
        return tasks.nextDue();
    }
}
