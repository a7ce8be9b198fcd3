package kr.dochak.compensation;

import java.util.List;
import java.util.Set;
import kr.dochak.alerts.AlertKind;
import kr.dochak.approvals.ApprovalAlerts;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.ApprovalSubject;
import kr.dochak.approvals.ApprovalWish;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.settings.SecondPerson;
import kr.dochak.shared.MallId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Drafts of the policy that somebody wants to switch on (BEN-1): another person agrees, for all malls one who looks after them. */
@Component
class PolicyApproval implements ApprovalSubject {

    static final String KIND = "policy";

    private final Policies policies;

    PolicyApproval(Policies policies) {
        this.policies = policies;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<Right> rights(SecondPerson.Wish wish) {
        return rights(wish.mall());
    }

    static Set<Right> rights(MallId mall) {
        return mall.equals(MallId.DEFAULT) ? Set.of(Right.MONEY_SET, Right.PLATFORM) : Set.of(Right.MONEY_SET);
    }

    /** Drafts waited for nobody before. */
    @Override
    public List<ApprovalWish> standing() {
        return List.of();
    }

    @Override
    public Effect agreed(ApprovalRequest request, StaffMember last) {
        return policies.activate(last, Long.parseLong(request.subject()))
                ? new Effect.Done()
                : new Effect.NotNow("approvals.not-now.over");
    }

    /** The draft stays as it is, and may be wished for again. */
    @Override
    public void ended(ApprovalRequest request, ApprovalRequest.Decision decision) {}

    @Configuration(proxyBeanMethods = false)
    static class Alert {

        @Bean
        AlertKind waitingPolicyAlert(ApprovalAlerts alerts) {
            return alerts.waits(KIND, Right.MONEY_SET, Role.MANAGER, Role.ADMIN);
        }
    }
}
