package kr.dochak.care;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.care.answers.Loss;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.NewTask;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.TaskKind;
import kr.dochak.care.tasks.TaskRepository;
import kr.dochak.identity.Right;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.messaging.Messages;
import kr.dochak.orders.OrderSummary;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.Tracking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a task wherever the words to a customer promise an act (MSG-9); again opens nothing. */
@Component
class TaskOpening {

    private final TaskRepository tasks;
    private final Tracking tracking;
    private final Staff staff;
    private final Messages messages;
    private final CaseAnnouncements announcements;

    TaskOpening(
            TaskRepository tasks, Tracking tracking, Staff staff, Messages messages, CaseAnnouncements announcements) {
        this.tasks = tasks;
        this.tracking = tracking;
        this.staff = staff;
        this.messages = messages;
        this.announcements = announcements;
    }

    /** By when a manager calls about it: the same moment that the message names. */
    Instant callBy(Loss loss) {
        return loss.recordedAt().plus(messages.contactWithin(loss.tenantId()));
    }

    /** Who of the leads has the least to do; nobody where there is no lead. */
    Optional<CaseOwner> manager(MallId tenantId) {
        Map<Long, Integer> load = tasks.load(tenantId);
        return staff.all(tenantId).stream()
                .filter(member -> member.may(Right.CASES_LEAD))
                .min(Comparator.<StaffMember>comparingInt(member -> load.getOrDefault(member.id(), 0))
                        .thenComparing(StaffMember::id))
                .map(member -> new CaseOwner(member.id(), member.name()));
    }

    /** The call of a manager; nothing when it was opened before. */
    Optional<Task> call(SupportCase about, Loss loss, String key, Optional<CaseOwner> manager, Instant now) {
        return opened(List.of(new NewTask(
                        TaskKind.CALL,
                        key,
                        loss.tenantId(),
                        loss.personId(),
                        loss.orderId(),
                        loss.shipmentId(),
                        about.caseId(),
                        null,
                        null,
                        manager.orElse(null),
                        now,
                        later(callBy(loss), now))))
                .stream()
                .findFirst();
    }

    /** The carrier is asked about each parcel that has gone silent, unless it has been scanned since. */
    void inquiries(List<Delay> delays, Instant now) {
        List<Delay> silent = delays.stream()
                .filter(delay -> delay.kind() == DelayKind.SILENT && delay.shipmentId() != null)
                .toList();
        if (silent.isEmpty()) {
            return;
        }
        Map<ShipmentId, ShipmentState> states = tracking.states(
                Set.copyOf(silent.stream().map(Delay::shipmentId).toList()));
        opened(silent.stream()
                .filter(delay -> !scannedSince(states.get(delay.shipmentId()), delay.foundAt()))
                .map(delay -> new NewTask(
                        TaskKind.CARRIER_INQUIRY,
                        "silent:" + delay.promiseId() + ":" + delay.foundAt().toEpochMilli(),
                        delay.tenantId(),
                        delay.personId(),
                        delay.orderId(),
                        delay.shipmentId(),
                        null,
                        null,
                        null,
                        null,
                        now,
                        later(delay.foundAt().plus(messages.carrierAnswersWithin(delay.tenantId())), now)))
                .toList());
    }

    private static boolean scannedSince(@Nullable ShipmentState state, Instant found) {
        return state != null && state.lastScanAt().isAfter(found);
    }

    /** The customer of a parcel that is going back hears how it goes on. */
    void returning(Move move, OrderSummary order, Instant now) {
        opened(List.of(new NewTask(
                TaskKind.RETURN_CONTACT,
                "return:" + order.orderId() + ":" + move.shipmentId(),
                order.tenantId(),
                order.personId(),
                order.orderId(),
                move.shipmentId(),
                null,
                null,
                null,
                null,
                now,
                later(move.recordedAt().plus(messages.contactWithin(order.tenantId())), now))));
    }

    List<Task> opened(List<NewTask> fresh) {
        List<Task> opened = tasks.open(fresh);
        announcements.tasksChanged(opened);
        return opened;
    }

    /** What is heard of late is due at once, never before it was known. */
    private static Instant later(Instant due, Instant now) {
        return due.isBefore(now) ? now : due;
    }
}
