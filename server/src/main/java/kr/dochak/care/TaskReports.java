package kr.dochak.care;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.dochak.care.answers.CaseWords;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.record.CaseRepository;
import kr.dochak.care.record.CaseType;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.Task.Outcome;
import kr.dochak.care.tasks.TaskKind;
import kr.dochak.care.tasks.Wish;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.orders.Orders;
import org.springframework.stereotype.Component;

/** Brings what came of a task to its customer: as a message on a case, or as a notice about their request. */
@Component
class TaskReports {

    private final CaseRepository cases;
    private final CaseOpening opening;
    private final CaseMoves moves;
    private final CaseRecord record;
    private final CaseAnnouncements announcements;
    private final Orders orders;

    TaskReports(
            CaseRepository cases,
            CaseOpening opening,
            CaseMoves moves,
            CaseRecord record,
            CaseAnnouncements announcements,
            Orders orders) {
        this.cases = cases;
        this.opening = opening;
        this.moves = moves;
        this.record = record;
        this.announcements = announcements;
        this.orders = orders;
    }

    /** What staff write about a task, fit to be kept beside it: the words as typed stand in the message, sealed. */
    String note(Task task, String words) {
        return record.masked(task.personId(), task.orderId(), words);
    }

    /** Written into the open case about the order, or into one that is opened for it. */
    void write(Task task, StaffMember staff, String words, Instant now) {
        cases.lockProblem(task.personId(), task.orderId());
        SupportCase about = cases.lockOpen(task.personId(), task.orderId()).orElseGet(() -> opened(task, now));
        CaseOwner by = new CaseOwner(staff.id(), staff.name());
        String key = "task:" + task.taskId();
        long messageId = record.add(about.caseId(), CaseRecord.Speaker.agent(by), words, key, now);
        record.note(
                about.caseId(), CaseEvent.Kind.ANSWERED, staff.id(), task.kind().name(), now);
        SupportCase answered = moves.answered(about, by, now);
        announcements.wrote(answered, messageId, staff.name(), now);
        announcements.touch(answered);
    }

    private SupportCase opened(Task task, Instant now) {
        CaseType type = task.kind() == TaskKind.RETURN_CONTACT ? CaseType.RETURN : CaseType.DELIVERY_DELAY;
        String subject = CaseWords.subject(orders.find(task.orderId())
                .map(order -> type.korean() + " · " + order.title())
                .orElse(type.korean()));
        return opening.of(task, type, Urgency.NORMAL, subject, now);
    }

    /** Customers whose request has an end hear of it; a request that did not get through holds no longer. */
    void ended(List<Task> ended, Outcome outcome, Instant now) {
        announcements.tasksChanged(ended);
        if (outcome == Outcome.OBSOLETE) {
            return;
        }
        for (Task task : ended) {
            if (task.kind() == TaskKind.DELIVERY_REQUEST) {
                announcements.requestEnded(task, outcome == Outcome.DONE, now);
                if (outcome == Outcome.COULD_NOT) {
                    takeBack(task);
                }
            }
        }
    }

    /** The order says again what will happen; words for the driver stay, since only their writer may change them. */
    private void takeBack(Task task) {
        Wish before = Objects.requireNonNull(task.before());
        orders.find(task.orderId())
                .filter(order ->
                        task.wished() != null && Wish.of(order.request()).equals(task.wished()))
                .ifPresent(order -> orders.changeRequest(
                        order.orderId(),
                        new DeliveryRequest(before.place(), order.request().note(), before.day()),
                        Orders.NOT_PASSED_ON));
    }
}
