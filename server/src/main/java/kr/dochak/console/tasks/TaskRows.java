package kr.dochak.console.tasks;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.TaskFilter;
import kr.dochak.console.ConsoleWords;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.vault.People;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Words;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes rows of tasks: three questions for the whole list. */
@Component
class TaskRows {

    private final Orders orders;
    private final Tracking tracking;
    private final People people;

    TaskRows(Orders orders, Tracking tracking, People people) {
        this.orders = orders;
        this.tracking = tracking;
        this.people = people;
    }

    /** What somebody has at hand: a number of an order or a parcel, a name, an e-mail, four digits of a phone. */
    TaskFilter.@Nullable About about(StaffMember staff, String query) {
        if (query.isEmpty()) {
            return null;
        }
        return new TaskFilter.About(
                staff.sight().stream()
                        .flatMap(mall -> ordersOf(mall, query))
                        .distinct()
                        .toList(),
                staff.sight().stream()
                        .flatMap(mall -> people.search(staff.reading(mall), query).stream())
                        .toList());
    }

    private Stream<OrderId> ordersOf(MallId mall, String query) {
        Stream<OrderId> byParcel = tracking.byNumber(mall, TrackingNumber.of(query)).stream()
                .flatMap(parcel -> parcel.orders().stream())
                .map(CarriedOrder::orderId);
        return Stream.concat(orders.byNumber(mall, query).stream().map(OrderSummary::orderId), byParcel);
    }

    List<TaskRow> of(List<Task> tasks, Words words) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        List<OrderId> ids = tasks.stream().map(Task::orderId).distinct().toList();
        Map<OrderId, OrderSummary> known = orders.summaries(ids);
        Map<OrderId, List<ShipmentView>> parcels = tracking.ofOrders(ids);
        Map<PersonId, String> names =
                people.maskedNames(tasks.stream().map(Task::personId).distinct().toList());
        return tasks.stream()
                .map(task -> row(task, known.get(task.orderId()), parcels, names, words))
                .toList();
    }

    private static TaskRow row(
            Task task,
            @Nullable OrderSummary order,
            Map<OrderId, List<ShipmentView>> parcels,
            Map<PersonId, String> names,
            Words words) {
        List<ShipmentView> all = parcels.getOrDefault(task.orderId(), List.of());
        ShipmentView parcel = all.stream()
                .filter(each -> Objects.equals(each.shipmentId(), task.shipmentId()))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getLast());
        return new TaskRow(
                task,
                order == null ? "#" + task.orderId() : order.orderNo(),
                order == null ? "" : order.title(),
                ConsoleWords.customer(names, task.personId(), words),
                parcel == null ? null : parcel.state().carrier(),
                parcel == null ? null : parcel.trackingNumber());
    }
}
