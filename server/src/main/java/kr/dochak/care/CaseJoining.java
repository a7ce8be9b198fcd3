package kr.dochak.care;

import java.time.Instant;
import kr.dochak.care.answers.Loss;
import kr.dochak.care.answers.Triage;
import kr.dochak.care.clocks.SlaPolicy;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.record.CaseStatus;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.Task;
import org.springframework.stereotype.Component;

/** What a further message or a loss does to the case it belongs to (CAR-1). */
@Component
class CaseJoining {

    private final CaseMoves moves;
    private final CaseRecord record;
    private final CaseClocks clocks;

    CaseJoining(CaseMoves moves, CaseRecord record, CaseClocks clocks) {
        this.moves = moves;
        this.record = record;
        this.clocks = clocks;
    }

    /** The customer wrote again: a solved case opens again, and the more urgent judgement counts. */
    SupportCase message(SupportCase same, Triage triage, Instant now) {
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

    /** The customer already asked where the parcel is: the loss is the answer to that, not a second case. */
    SupportCase loss(SupportCase known, Loss loss, Instant now) {
        Urgency urgency = known.urgency().or(Urgency.IMPORTANT);
        record.note(known.caseId(), CaseEvent.Kind.JOINED, null, known.type() + " → " + loss.type(), now);
        return moves.reclassified(known, loss.type(), urgency, clocks.raised(known, urgency, now));
    }

    /** A manager is to call, who owns the case from now on if nobody does. */
    SupportCase toCall(SupportCase about, Task call, Instant now) {
        CaseOwner manager = call.owner();
        record.note(about.caseId(), CaseEvent.Kind.CALL_DUE, null, manager == null ? "" : manager.name(), now);
        return moves.toCall(about, manager, call.dueAt());
    }

    private SupportCase reopened(SupportCase solved, Instant now) {
        record.note(solved.caseId(), CaseEvent.Kind.REOPENED, null, "고객이 다시 문의함", now);
        return moves.reopened(
                solved, now, clocks.replyDue(solved, solved.urgency(), now), clocks.reopening(solved, now));
    }
}
