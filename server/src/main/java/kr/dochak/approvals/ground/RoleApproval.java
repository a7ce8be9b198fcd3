package kr.dochak.approvals.ground;

import java.util.List;
import java.util.Set;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.ApprovalRequest.Decision;
import kr.dochak.approvals.ApprovalSubject;
import kr.dochak.approvals.ApprovalWish;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMembers;
import kr.dochak.identity.roles.RoleOutcome;
import kr.dochak.identity.roles.Roles;
import kr.dochak.settings.SecondPerson;
import org.springframework.stereotype.Component;

/** Changes of roles that give more of what is risky (IDN-1, SET-1). */
@Component
class RoleApproval implements ApprovalSubject {

    private final Roles roles;

    RoleApproval(Roles roles) {
        this.roles = roles;
    }

    @Override
    public String kind() {
        return SecondPerson.ROLE;
    }

    @Override
    public Set<Right> rights(SecondPerson.Wish wish) {
        return Set.of(Right.STAFF_SET);
    }

    @Override
    public List<ApprovalWish> standing() {
        return roles.wishes().stream()
                .map(wish -> ApprovalWish.of(wish, rights(wish)))
                .toList();
    }

    @Override
    public Effect agreed(ApprovalRequest request, StaffMember last) {
        Decision decision = request.decision();
        Long voice = decision == null ? null : decision.voiceId();
        StaffMember admin = StaffMembers.bare(voice == null ? last.id() : voice, last.tenantId(), last.name());
        return switch (roles.agree(admin, last.id(), Long.parseLong(request.subject()))) {
            case RoleOutcome.Changed changed -> new Effect.Done();
            case RoleOutcome.LastAdministrator no -> new Effect.NotNow("console.accounts.last-admin");
            default -> new Effect.NotNow("approvals.not-now.over");
        };
    }

    @Override
    public void ended(ApprovalRequest request, Decision decision) {
        roles.ended(Long.parseLong(request.subject()));
    }
}
