package kr.dochak.messaging.texts;

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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Texts that somebody wants to put to use (MSG-3). All malls share them, so whoever agrees looks after all malls. */
@Component
class TextApproval implements ApprovalSubject {

    static final String KIND = "text";
    static final Set<Right> RIGHTS = Set.of(Right.CARE_SET, Right.PLATFORM);

    private final MessageTemplates templates;

    TextApproval(MessageTemplates templates) {
        this.templates = templates;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<Right> rights(SecondPerson.Wish wish) {
        return RIGHTS;
    }

    /** Drafts waited for nobody before. */
    @Override
    public List<ApprovalWish> standing() {
        return List.of();
    }

    @Override
    public Effect agreed(ApprovalRequest request, StaffMember last) {
        return templates.activate(Long.parseLong(request.subject()), "staff:" + last.id())
                        instanceof TemplateActivation.Activated
                ? new Effect.Done()
                : new Effect.NotNow("approvals.not-now.unfit");
    }

    /** The draft stays as it is, and may be wished for again. */
    @Override
    public void ended(ApprovalRequest request, ApprovalRequest.Decision decision) {}

    @Configuration(proxyBeanMethods = false)
    static class Alert {

        @Bean
        AlertKind waitingTextAlert(ApprovalAlerts alerts) {
            return alerts.waits(KIND, Right.CARE_SET, Role.MANAGER, Role.ADMIN).house();
        }
    }
}
