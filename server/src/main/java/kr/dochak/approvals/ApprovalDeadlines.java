package kr.dochak.approvals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.approvals.ApprovalRequest.Decision;
import kr.dochak.approvals.ApprovalRequest.Outcome;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends wishes about which nobody decided in time. */
@Component
class ApprovalDeadlines implements Ticking {

    private static final int MOST_AT_ONCE = 50;

    private final RequestRepository requests;
    private final Endings endings;

    ApprovalDeadlines(RequestRepository requests, Endings endings) {
        this.requests = requests;
        this.endings = endings;
    }

    @Override
    public Cadence cadence() {
        return Cadence.every(Duration.ofMinutes(1));
    }

    @Override
    @Transactional
    public boolean tick(Instant now) {
        List<Long> due = requests.due(now, MOST_AT_ONCE);
        requests.whole(due)
                .forEach(request -> endings.ended(request, new Decision(Outcome.EXPIRED, null, null, "", now)));
        return due.size() == MOST_AT_ONCE;
    }
}
