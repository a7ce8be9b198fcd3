package kr.dochak.care.alarms;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Alerts;
import kr.dochak.alerts.Alerts.Raise;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.Task;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import org.springframework.stereotype.Component;

/** Alerts staff in the transaction in which something ran out or was written (MSG-7). */
@Component
public class CareAlerts {

    private final Alerts alerts;
    private final Orders orders;
    private final AlertKind caseClockAlert;
    private final AlertKind caseEscalatedAlert;
    private final AlertKind dangerAlert;
    private final AlertKind lateTaskAlert;

    CareAlerts(
            Alerts alerts,
            Orders orders,
            AlertKind caseClockAlert,
            AlertKind caseEscalatedAlert,
            AlertKind dangerAlert,
            AlertKind lateTaskAlert) {
        this.alerts = alerts;
        this.orders = orders;
        this.caseClockAlert = caseClockAlert;
        this.caseEscalatedAlert = caseEscalatedAlert;
        this.dangerAlert = dangerAlert;
        this.lateTaskAlert = lateTaskAlert;
    }

    /** Clocks of these cases have just run out. */
    public void ranOut(Collection<SupportCase> cases, Instant now) {
        alerts.raise(
                caseClockAlert, cases.stream().map(each -> raise(each, now)).toList());
    }

    /** These cases have just been put before the lead. */
    public void escalated(Collection<SupportCase> cases, Instant now) {
        alerts.raise(
                caseEscalatedAlert, cases.stream().map(each -> raise(each, now)).toList());
    }

    /** What a customer wrote just now sounds of danger or law. */
    public void danger(SupportCase about, Instant now) {
        alerts.raise(dangerAlert, List.of(raise(about, now)));
    }

    /** These promised acts have just been found late. */
    public void late(Collection<Task> tasks, Instant now) {
        Map<OrderId, OrderSummary> known =
                orders.summaries(tasks.stream().map(Task::orderId).distinct().toList());
        alerts.raise(
                lateTaskAlert,
                tasks.stream().map(each -> late(each, known, now)).toList());
    }

    private static Raise late(Task task, Map<OrderId, OrderSummary> known, Instant now) {
        OrderSummary order = known.get(task.orderId());
        return new Raise(
                task.tenantId(),
                AlertCause.of(
                        Long.toString(task.taskId()),
                        order == null ? "#" + task.orderId() : order.orderNo(),
                        "/console/tasks?show=late",
                        task.dueAt()),
                now.toString());
    }

    private static Raise raise(SupportCase about, Instant now) {
        return new Raise(
                about.tenantId(),
                AlertCause.of(about.caseId().toString(), about.caseNo(), "/console/cases/" + about.caseId(), now),
                now.toString());
    }
}
