package kr.dochak.care;

import java.time.Instant;
import kr.dochak.calendar.Calendars;
import kr.dochak.care.clocks.SlaPolicies;
import kr.dochak.care.clocks.SlaPolicy;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.SupportCase;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.MallId;
import org.springframework.stereotype.Component;

/** The policy of a case's mall, applied to the case. */
@Component
class CaseClocks {

    private final SlaPolicies policies;
    private final Calendars calendars;

    CaseClocks(SlaPolicies policies, Calendars calendars) {
        this.policies = policies;
        this.calendars = calendars;
    }

    SlaPolicy.Due opening(MallId tenantId, Urgency urgency, Instant at) {
        return policies.of(tenantId).due(urgency, at, of(tenantId));
    }

    Instant replyDue(SupportCase open, Urgency urgency, Instant writtenAt) {
        return policies.of(open.tenantId()).replyDue(urgency, writtenAt, of(open.tenantId()));
    }

    SlaPolicy.Due reopening(SupportCase solved, Instant at) {
        return policies.of(solved.tenantId()).due(solved.urgency(), at, of(solved.tenantId()));
    }

    /** Staff judged it anew: the same starts with other targets (CAR-4, recalculation on change). */
    SlaPolicy.Due judgedAnew(SupportCase open, Urgency urgency) {
        SlaPolicy policy = policies.of(open.tenantId());
        BusinessCalendar calendar = of(open.tenantId());
        SlaPolicy.Due fromClock = policy.due(urgency, open.clockFrom(), calendar);
        return new SlaPolicy.Due(
                policy.replyDue(urgency, open.openedAt(), calendar), fromClock.solve(), fromClock.escalate());
    }

    /** Something new made it riskier at this moment: the new targets start now, but no clock gets later. */
    SlaPolicy.Due raised(SupportCase open, Urgency urgency, Instant at) {
        return judgedAnew(open, open.urgency()).earliest(opening(open.tenantId(), urgency, at));
    }

    private BusinessCalendar of(MallId tenantId) {
        return calendars.current().businessOf(tenantId);
    }
}
