package kr.dochak.care;

import java.time.Instant;
import kr.dochak.care.answers.CaseWords;
import kr.dochak.care.answers.Loss;
import kr.dochak.care.answers.Triage;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.record.CaseRepository;
import kr.dochak.care.record.NewCase;
import kr.dochak.care.record.SupportCase;
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
    private final CareSettings settings;

    CaseOpening(
            CaseRepository cases,
            CaseRecord record,
            CaseClocks clocks,
            CasePromises promises,
            Orders orders,
            CareSettings settings) {
        this.cases = cases;
        this.record = record;
        this.clocks = clocks;
        this.promises = promises;
        this.orders = orders;
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
                CaseWords.subject(message.text()),
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
                .filter(order -> order.totalWon() >= settings.importantFromWon())
                .isPresent();
        return valuable ? Urgency.IMPORTANT : Urgency.NORMAL;
    }
}
