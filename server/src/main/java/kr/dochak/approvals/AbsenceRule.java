package kr.dochak.approvals;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.approvals.Absences.Outcome;

/** Which absences are none. Pure. */
final class AbsenceRule {

    private AbsenceRule() {}

    static Outcome judge(Instant from, Instant until, Instant now, boolean isColleague, Duration longest) {
        if (!isColleague) {
            return Outcome.NO_COLLEAGUE;
        }
        if (!until.isAfter(from) || !until.isAfter(now)) {
            return Outcome.NO_TIME;
        }
        return Duration.between(from, until).compareTo(longest) > 0 ? Outcome.TOO_LONG : Outcome.DONE;
    }
}
