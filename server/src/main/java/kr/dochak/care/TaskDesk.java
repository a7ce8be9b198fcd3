package kr.dochak.care;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.record.CaseRepository;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.Task.Outcome;
import kr.dochak.care.tasks.TaskKind;
import kr.dochak.care.tasks.TaskOutcome;
import kr.dochak.care.tasks.TaskRepository;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.MallId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff and malls do with tasks; whatever the customer waits for reaches them in the same transaction. */
@Component
class TaskDesk {

    private static final int LONGEST_WORDS = 1_000;

    private final TaskRepository tasks;
    private final CaseRepository cases;
    private final CaseMoves moves;
    private final CaseRecord record;
    private final TaskReports reports;
    private final CareSettings settings;
    private final InstantSource clock;

    TaskDesk(
            TaskRepository tasks,
            CaseRepository cases,
            CaseMoves moves,
            CaseRecord record,
            TaskReports reports,
            CareSettings settings,
            InstantSource clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.moves = moves;
        this.record = record;
        this.reports = reports;
        this.settings = settings;
        this.clock = clock;
    }

    /** It was done; what came of it is told to the customer, but of a call, where they heard it themselves. */
    @Transactional
    TaskOutcome done(long taskId, StaffMember staff, String words) {
        return locked(taskId, staff.tenantId(), (task, now) -> {
            if (task.kind().needsWords() && unfit(words)) {
                return new TaskOutcome.NeedsWords(LONGEST_WORDS);
            }
            switch (task.kind()) {
                case CALL -> called(task, staff, words.strip(), CaseEvent.Kind.CALLED, null, now);
                case CARRIER_INQUIRY, RETURN_CONTACT -> reports.write(task, staff, words.strip(), now);
                case DELIVERY_REQUEST -> {}
            }
            return ended(task, Outcome.DONE, staff.name(), words.strip(), now);
        });
    }

    /** It could not be done: a call is tried again, of everything else the customer hears at once. */
    @Transactional
    TaskOutcome couldNot(long taskId, StaffMember staff, String why) {
        return locked(taskId, staff.tenantId(), (task, now) -> {
            if (unfit(why)) {
                return new TaskOutcome.NeedsWords(LONGEST_WORDS);
            }
            if (task.kind() == TaskKind.CALL) {
                Instant next = now.plus(settings.callAgainAfter(staff.tenantId()));
                called(task, staff, why.strip(), CaseEvent.Kind.NOT_REACHED, next, now);
                tasks.again(task, next);
                return new TaskOutcome.Again(tasks.find(taskId).orElseThrow());
            }
            if (task.kind() != TaskKind.DELIVERY_REQUEST) {
                reports.write(task, staff, why.strip(), now);
            }
            return ended(task, Outcome.COULD_NOT, staff.name(), why.strip(), now);
        });
    }

    /** A mall answers a delivery request by its own system. */
    @Transactional
    TaskOutcome answeredByMall(MallId tenantId, Task request, boolean passedOn, String why) {
        return locked(
                request.taskId(),
                tenantId,
                (task, now) -> ended(task, passedOn ? Outcome.DONE : Outcome.COULD_NOT, "mall", why.strip(), now));
    }

    /** Somebody else does it from now on; its clock stays. */
    @Transactional
    boolean give(long taskId, StaffMember by, CaseOwner to) {
        Optional<Task> open = tasks.lock(taskId).filter(task -> task.tenantId().equals(by.tenantId()) && task.isOpen());
        open.ifPresent(task -> tasks.own(task, to));
        return open.isPresent();
    }

    private TaskOutcome locked(long taskId, MallId tenantId, BiFunction<Task, Instant, TaskOutcome> then) {
        Optional<Task> found = tasks.lock(taskId).filter(task -> task.tenantId().equals(tenantId));
        if (found.isEmpty()) {
            return new TaskOutcome.Unknown();
        }
        Task task = found.get();
        return task.isOpen() ? then.apply(task, clock.instant()) : new TaskOutcome.AlreadyEnded(task);
    }

    private TaskOutcome ended(Task task, Outcome outcome, String by, String words, Instant now) {
        tasks.end(List.of(task), outcome, by, reports.note(task, words), now);
        reports.ended(List.of(task), outcome, now);
        return new TaskOutcome.Ended(tasks.find(task.taskId()).orElseThrow());
    }

    private void called(
            Task task,
            StaffMember staff,
            String words,
            CaseEvent.Kind what,
            @org.jspecify.annotations.Nullable Instant next,
            Instant now) {
        SupportCase about = cases.lock(Objects.requireNonNull(task.caseId())).orElseThrow();
        record.note(about.caseId(), what, staff.id(), words, now);
        Instant due = next != null ? next : nextCall(task);
        SupportCase after = about.solvedAt() != null ? about : moves.nextCall(about, due);
        if (next == null && after.solvedAt() == null) {
            moves.answered(after, new CaseOwner(staff.id(), staff.name()), now);
        }
    }

    /** Another parcel of the same case may still wait for its call. */
    private @org.jspecify.annotations.Nullable Instant nextCall(Task made) {
        return tasks.ofCase(Objects.requireNonNull(made.caseId())).stream()
                .filter(task -> task.isOpen() && task.taskId() != made.taskId())
                .map(Task::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean unfit(String words) {
        return words.isBlank() || words.strip().length() > LONGEST_WORDS;
    }
}
