package kr.dochak.care;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.calendar.Calendars;
import kr.dochak.care.tasks.NewTask;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.Task.Outcome;
import kr.dochak.care.tasks.TaskKind;
import kr.dochak.care.tasks.TaskRepository;
import kr.dochak.care.tasks.Wish;
import kr.dochak.orders.OrderFact.DeliveryRequestChanged;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.BusinessHours;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.ShipmentStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens by itself opens, answers and overtakes tasks. */
@Component
class TaskEvents {

    private final TaskRepository tasks;
    private final TaskOpening opening;
    private final TaskReports reports;
    private final Orders orders;
    private final Calendars calendars;
    private final CareSettings settings;
    private final InstantSource clock;

    TaskEvents(
            TaskRepository tasks,
            TaskOpening opening,
            TaskReports reports,
            Orders orders,
            Calendars calendars,
            CareSettings settings,
            InstantSource clock) {
        this.tasks = tasks;
        this.opening = opening;
        this.reports = reports;
        this.orders = orders;
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    /** A customer's new wish is passed on in place of the one before; a wish taken back is passed on to nobody. */
    @Transactional
    void requested(DeliveryRequestChanged fact) {
        if (Orders.NOT_PASSED_ON.equals(fact.who())) {
            return;
        }
        OrderSummary order = orders.find(fact.orderId()).orElse(null);
        if (order == null || order.cancelledAt() != null) {
            return;
        }
        Instant now = clock.instant();
        List<Task> open = tasks.lockOpen(List.of(fact.orderId()), TaskKind.DELIVERY_REQUEST);
        Wish wished = Wish.of(fact.request());
        Wish before = open.isEmpty()
                ? fact.before() == null ? wished : Wish.of(fact.before())
                : Objects.requireNonNull(open.getFirst().before());
        end(open, Outcome.OBSOLETE, now);
        if (open.isEmpty() || !wished.equals(before)) {
            opening.opened(List.of(new NewTask(
                    TaskKind.DELIVERY_REQUEST,
                    fact.orderId() + ":" + fact.at().toEpochMilli(),
                    order.tenantId(),
                    order.personId(),
                    fact.orderId(),
                    null,
                    null,
                    wished,
                    before,
                    null,
                    now,
                    calendars
                            .current()
                            .businessOf(order.tenantId())
                            .plusBusinessTime(
                                    now, settings.passOnWithin(order.tenantId()), BusinessHours.NINE_TO_SIX))));
        }
    }

    /** Nothing is promised any more about an order that was cancelled. */
    @Transactional
    void cancelled(OrderId orderId) {
        Instant now = clock.instant();
        end(tasks.lockOpen(List.of(orderId), TaskKind.DELIVERY_REQUEST), Outcome.OBSOLETE, now);
        end(tasks.lockOpen(List.of(orderId), TaskKind.CARRIER_INQUIRY), Outcome.OBSOLETE, now);
    }

    /** Parcels that moved: a scan answers what was asked of the carrier, and a van that has left hears no wishes. */
    void moved(Collection<Move> moves, Map<ShipmentId, List<OrderId>> carried, Instant now) {
        Map<ShipmentId, Move> last = moves.stream()
                .collect(Collectors.toMap(Move::shipmentId, Function.identity(), (first, second) -> second));
        List<Task> open = last.isEmpty() ? List.of() : tasks.lockOpenOf(last.keySet());
        end(
                open.stream()
                        .filter(task -> isAnswered(task, Objects.requireNonNull(last.get(task.shipmentId()))))
                        .toList(),
                Outcome.OBSOLETE,
                now);
        List<OrderId> out = ordersOf(last, carried, ShipmentStatus.OUT_FOR_DELIVERY);
        end(tasks.lockOpen(out, TaskKind.DELIVERY_REQUEST), Outcome.COULD_NOT, now);
        List<OrderId> came = ordersOf(last, carried, ShipmentStatus.DELIVERED);
        end(tasks.lockOpen(came, TaskKind.DELIVERY_REQUEST), Outcome.OBSOLETE, now);
    }

    private static List<OrderId> ordersOf(
            Map<ShipmentId, Move> last, Map<ShipmentId, List<OrderId>> carried, ShipmentStatus status) {
        return last.values().stream()
                .filter(move -> move.to() == status)
                .flatMap(move -> carried.getOrDefault(move.shipmentId(), List.of()).stream())
                .distinct()
                .toList();
    }

    private static boolean isAnswered(Task task, Move move) {
        return switch (task.kind()) {
            case CARRIER_INQUIRY -> move.recordedAt().isAfter(task.openedAt());
            case RETURN_CONTACT -> move.to() == ShipmentStatus.DELIVERED;
            case CALL, DELIVERY_REQUEST -> false;
        };
    }

    /** A request whose time is over was passed on to nobody: the customer is told so rather than left to hope. */
    void overdue(List<Task> late, Instant now) {
        end(
                late.stream()
                        .filter(task -> task.kind() == TaskKind.DELIVERY_REQUEST)
                        .toList(),
                Outcome.COULD_NOT,
                now);
    }

    private void end(List<Task> ended, Outcome outcome, Instant now) {
        if (!ended.isEmpty()) {
            tasks.end(ended, outcome, "", "", now);
            reports.ended(ended, outcome, now);
        }
    }
}
