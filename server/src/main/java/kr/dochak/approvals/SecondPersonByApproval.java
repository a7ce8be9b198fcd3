package kr.dochak.approvals;

import kr.dochak.settings.SecondPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for the modules beneath this one. */
@Component
class SecondPersonByApproval implements SecondPerson {

    private final Approvals approvals;
    private final Endings endings;

    SecondPersonByApproval(Approvals approvals, Endings endings) {
        this.approvals = approvals;
        this.endings = endings;
    }

    @Override
    public void ask(Wish wish) {
        approvals.ask(ApprovalWish.of(wish, endings.subject(wish.kind()).rights(wish)));
    }

    @Override
    public void hold(String kind, String subject) {
        approvals.hold(kind, subject);
    }

    @Override
    public void withdrawn(String kind, String subject, @Nullable Long by) {
        approvals.withdrawn(kind, subject, by);
    }
}
