package kr.dochak.care;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kr.dochak.care.answers.CaseWords;
import kr.dochak.care.answers.Triage;
import kr.dochak.care.clocks.SlaPolicy;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.record.CaseRepository;
import kr.dochak.care.record.CaseStatus;
import kr.dochak.care.record.NewCase;
import kr.dochak.care.record.SupportCase;
import kr.dochak.orders.Orders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what customers write: into the case that is open for the same problem, or into a new one (CAR-1, CAR-3). */
@Component
class CaseIntake {

    private final CaseRepository cases;
    private final CaseMoves moves;
    private final CaseRecord record;
    private final CaseClocks clocks;
    private final CasePromises promises;
    private final Orders orders;
    private final CaseAnnouncements announcements;
    private final CareSettings settings;
    private final InstantSource clock;

    CaseIntake(
            CaseRepository cases,
            CaseMoves moves,
            CaseRecord record,
            CaseClocks clocks,
            CasePromises promises,
            Orders orders,
            CaseAnnouncements announcements,
            CareSettings settings,
            InstantSource clock) {
        this.cases = cases;
        this.moves = moves;
        this.record = record;
        this.clocks = clocks;
        this.promises = promises;
        this.orders = orders;
        this.announcements = announcements;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    CaseReceipt write(CustomerMessage message) {
        message.unfit().ifPresent(unfit -> {
            throw new IllegalArgumentException("a message is checked before it is written: " + unfit);
        });
        CaseRecord.Speaker customer = CaseRecord.Speaker.customer(message.personId());
        cases.lockProblem(message.personId(), message.orderId());
        Optional<CaseRecord.Said> said = record.said(customer, message.key());
        if (said.isPresent()) {
            return written(
                    cases.lock(said.get().caseId()).orElseThrow(), said.get().first());
        }
        Instant now = clock.instant();
        Triage triage = Triage.of(message.text());
        Optional<SupportCase> same = sameProblem(message, now);
        SupportCase written = same.map(open -> added(open, triage, now)).orElseGet(() -> opened(message, triage, now));
        record.say(written.caseId(), customer, message.text().strip(), message.key(), now);
        if (same.isEmpty()) {
            acknowledge(written, now);
        }
        announcements.touch(written);
        return written(written, same.isEmpty());
    }

    /** The open case about the same order, or the one solved only lately, which the customer's word reopens. */
    private Optional<SupportCase> sameProblem(CustomerMessage message, Instant now) {
        Optional<SupportCase> open = cases.lockOpen(message.personId(), message.orderId());
        if (open.isPresent() || message.orderId() == null) {
            return open;
        }
        return cases.lockSolvedSince(message.personId(), message.orderId(), now.minus(settings.reopenWithin()));
    }

    private SupportCase added(SupportCase same, Triage triage, Instant now) {
        SupportCase open = same.status() == CaseStatus.SOLVED ? reopened(same, now) : same;
        Urgency urgency = open.urgency().or(triage.urgency());
        if (urgency != open.urgency()) {
            SlaPolicy.Due due = clocks.raised(open, urgency, now);
            record.note(open.caseId(), CaseEvent.Kind.RECLASSIFIED, null, open.urgency() + " → " + urgency, now);
            open = moves.reclassified(open, open.type(), urgency, due);
        }
        record.note(open.caseId(), CaseEvent.Kind.CUSTOMER_WROTE, null, "", now);
        return moves.customerWrote(open, clocks.replyDue(open, urgency, now));
    }

    private SupportCase reopened(SupportCase solved, Instant now) {
        record.note(solved.caseId(), CaseEvent.Kind.REOPENED, null, "고객이 다시 문의함", now);
        return moves.reopened(
                solved, now, clocks.replyDue(solved, solved.urgency(), now), clocks.reopening(solved, now));
    }

    private SupportCase opened(CustomerMessage message, Triage triage, Instant now) {
        Urgency urgency = triage.urgency().or(byValue(message));
        SupportCase opened = cases.open(new NewCase(
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
        record.note(opened.caseId(), CaseEvent.Kind.OPENED, null, opened.type() + " " + urgency, now);
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

    private void acknowledge(SupportCase opened, Instant now) {
        record.say(
                opened.caseId(),
                CaseRecord.Speaker.SYSTEM,
                CaseWords.received(opened),
                "received:" + opened.caseId(),
                now);
        announcements.opened(opened);
    }

    private static CaseReceipt written(SupportCase on, boolean opened) {
        return new CaseReceipt(on.caseId(), on.caseNo(), opened, on.attentionAt(), on.owner());
    }
}
