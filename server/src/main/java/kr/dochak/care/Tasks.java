package kr.dochak.care;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.TaskFigures;
import kr.dochak.care.tasks.TaskFilter;
import kr.dochak.care.tasks.TaskKind;
import kr.dochak.care.tasks.TaskOutcome;
import kr.dochak.care.tasks.TaskRepository;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Acts that words to customers promise, until they are done (MSG-9): who does what by when. */
@Component
public class Tasks {

    private final TaskRepository tasks;
    private final TaskDesk desk;
    private final InstantSource clock;

    Tasks(TaskRepository tasks, TaskDesk desk, InstantSource clock) {
        this.tasks = tasks;
        this.desk = desk;
        this.clock = clock;
    }

    /** Open ones, the most pressing first. */
    public Keyset<Task> queue(TaskFilter filter, @Nullable String cursor, int limit) {
        return tasks.queue(filter, clock.instant(), cursor, limit);
    }

    /** How many wait in a mall, and since when the oldest late one is late. */
    public TaskFigures figures(MallId tenantId) {
        return figures(List.of(tenantId));
    }

    /** As of one mall, of these together. */
    public TaskFigures figures(Collection<MallId> malls) {
        return tasks.figures(malls, clock.instant());
    }

    /** Of these orders, the oldest first; ended ones too. */
    public List<Task> ofOrders(Collection<OrderId> orderIds) {
        return orderIds.isEmpty() ? List.of() : tasks.ofOrders(orderIds);
    }

    public List<Task> ofCase(CaseId caseId) {
        return tasks.ofCase(caseId);
    }

    public Optional<Task> find(long taskId) {
        return tasks.find(taskId);
    }

    /**
     * It was done. What a carrier answered, and how a return goes on, is written to the customer with these words; of a call
     * they are for the record.
     */
    public TaskOutcome done(long taskId, StaffMember staff, String words) {
        return desk.done(taskId, staff, words);
    }

    /** It could not be done, and why: a call is due again, of everything else the customer hears at once. */
    public TaskOutcome couldNot(long taskId, StaffMember staff, String why) {
        return desk.couldNot(taskId, staff, why);
    }

    /** Gives an open task of the member's mall to somebody; false when there is none. */
    public boolean give(long taskId, StaffMember by, CaseOwner to) {
        return desk.give(taskId, by, to);
    }

    /** A mall's own system answers the delivery request of an order that waits for it. */
    public TaskOutcome answeredByMall(MallId tenantId, OrderId orderId, boolean passedOn, String why) {
        return tasks.ofOrders(List.of(orderId)).stream()
                .filter(task -> task.kind() == TaskKind.DELIVERY_REQUEST)
                .reduce((first, last) -> last)
                .map(request -> desk.answeredByMall(tenantId, request, passedOn, why))
                .orElseGet(TaskOutcome.Unknown::new);
    }
}
