package kr.dochak.approvals.ground;

import java.util.List;
import java.util.Set;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.ApprovalSubject;
import kr.dochak.approvals.ApprovalWish;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.erasure.Erasures;
import kr.dochak.identity.erasure.StaffErasures;
import kr.dochak.settings.SecondPerson;
import org.springframework.stereotype.Component;

/** Erasures that one of the staff asks for (IDN-3). */
@Component
class ErasureApproval implements ApprovalSubject {

    private final Erasures erasures;
    private final StaffErasures ofStaff;

    ErasureApproval(Erasures erasures, StaffErasures ofStaff) {
        this.erasures = erasures;
        this.ofStaff = ofStaff;
    }

    @Override
    public String kind() {
        return SecondPerson.ERASURE;
    }

    @Override
    public Set<Right> rights(SecondPerson.Wish wish) {
        return Set.of(Right.PERSONS_ERASE);
    }

    @Override
    public List<ApprovalWish> standing() {
        return ofStaff.wishes().stream()
                .map(wish -> ApprovalWish.of(wish, rights(wish)))
                .toList();
    }

    @Override
    public Effect agreed(ApprovalRequest request, StaffMember last) {
        return erasures.approve(last.reading(request.mall()), Long.parseLong(request.subject()))
                        instanceof Erasures.Outcome.Fine
                ? new Effect.Done()
                : new Effect.NotNow("approvals.not-now.over");
    }

    @Override
    public void ended(ApprovalRequest request, ApprovalRequest.Decision decision) {
        ofStaff.ended(Long.parseLong(request.subject()));
    }
}
