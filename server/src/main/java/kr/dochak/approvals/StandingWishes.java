package kr.dochak.approvals;

import kr.dochak.database.Conversion;
import org.springframework.stereotype.Component;

/**
 * Gives what waits by the rows of its module a request here, where it has none: what was wanted before there were requests, or in a process
 * of an earlier version.
 */
@Component
class StandingWishes implements Conversion {

    private final Endings endings;

    StandingWishes(Endings endings) {
        this.endings = endings;
    }

    @Override
    public String table() {
        return "approvals.request";
    }

    @Override
    public void vacuum() {
        // nothing was rewritten
    }

    @Override
    public int batch() {
        return (int) endings.all().stream()
                .flatMap(subject -> subject.standing().stream())
                .filter(wish -> endings.open(wish).isPresent())
                .count();
    }
}
