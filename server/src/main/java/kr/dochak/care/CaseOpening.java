package kr.dochak.care;

import java.time.Instant;
import kr.dochak.care.answers.CaseWords;
import kr.dochak.care.answers.Loss;
import kr.dochak.care.answers.Triage;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseMasks;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.record.CaseRepository;
import kr.dochak.care.record.CaseType;
import kr.dochak.care.record.NewCase;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.Task;
import kr.dochak.orders.Orders;
import org.springframework.stereotype.Component;

/** Opens a case with its clocks and the promise it is about, and records that it was opened (CAR-1, CAR-3, CAR-8). */
@Component
class CaseOpening {

    private final CaseRepository cases;
    private final CaseRecord record;
    private final CaseClocks clocks;
    private final CasePromises promises;
    private final Orders orders;
    private final CaseMasks masks;
    private final CareSettings settings;

    CaseOpening(
            CaseRepository cases,
            CaseRecord record,
            CaseClocks clocks,
            CasePromises promises,
            Orders orders,
            CaseMasks masks,
            CareSettings settings) {
        this.cases = cases;
        this.record = record;
        this.clocks = clocks;
        this.promises = promises;
        this.orders = orders;
        this.masks = masks;
        this.settings = settings;
    }

    SupportCase of(CustomerMessage message, Triage triage, Instant now) {
        Urgency urgency = triage.urgency().or(byValue(message));
        return opened(new NewCase(
                message.tenantId(),
                message.personId(),
                message.orderId(),
                null,
                promises.about(message.orderId(), null).orElse(null),
                triage.type(),
                urgency,
                message.channel(),
                CaseWords.subject(masks.of(message.personId(), message.orderId(), message.text())
                        .masked()),
                now,
                clocks.opening(message.tenantId(), urgency, now)));
    }

    SupportCase of(Loss loss, Instant now) {
        Urgency urgency = Urgency.IMPORTANT;
        return opened(new NewCase(
                loss.tenantId(),
                loss.personId(),
                loss.orderId(),
                loss.shipmentId(),
                promises.about(loss.orderId(), loss.shipmentId()).orElse(null),
                loss.type(),
                urgency,
                CaseChannel.SYSTEM,
                CaseWords.subject(loss.type().korean() + " · " + loss.itemsText()),
                now,
                clocks.opening(loss.tenantId(), urgency, now)));
    }

    /** For what we found out by ourselves about an order, so that it has a conversation to stand in. */
    SupportCase of(Task task, CaseType type, Urgency urgency, String subject, Instant now) {
        return opened(new NewCase(
                task.tenantId(),
                task.personId(),
                task.orderId(),
                task.shipmentId(),
                promises.about(task.orderId(), task.shipmentId()).orElse(null),
                type,
                urgency,
                CaseChannel.SYSTEM,
                subject,
                now,
                clocks.opening(task.tenantId(), urgency, now)));
    }

    private SupportCase opened(NewCase fresh) {
        SupportCase opened = cases.open(fresh);
        record.note(
                opened.caseId(), CaseEvent.Kind.OPENED, null, fresh.type() + " " + fresh.urgency(), fresh.openedAt());
        return opened;
    }

    private Urgency byValue(CustomerMessage message) {
        if (message.orderId() == null) {
            return Urgency.NORMAL;
        }
        boolean valuable = orders.find(message.orderId())
                .filter(order -> order.totalWon()
                        >= settings.importantFrom(order.tenantId()).amount())
                .isPresent();
        return valuable ? Urgency.IMPORTANT : Urgency.NORMAL;
    }
}
