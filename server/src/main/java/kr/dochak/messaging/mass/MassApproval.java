package kr.dochak.messaging.mass;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kr.dochak.alerts.AlertKind;
import kr.dochak.approvals.ApprovalAlerts;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.ApprovalSubject;
import kr.dochak.approvals.ApprovalWish;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.promise.reach.ChosenOrders.Chosen;
import kr.dochak.settings.SecondPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Notices to many as they are decided about: with the last yes it is known whom they mean, and they begin to go out. */
@Component
class MassApproval implements ApprovalSubject {

    static final String KIND = "mass-notice";
    /** Whoever leads the answering of customers knows what they will ask about it. */
    static final Set<Right> RIGHTS = Set.of(Right.CASES_LEAD);

    private final MassRepository notices;
    private final MassRecipients recipients;
    private final MassDesk.Found found;
    private final MassNumbers numbers;
    private final Changes changes;
    private final InstantSource clock;

    MassApproval(
            MassRepository notices,
            MassRecipients recipients,
            MassDesk.Found found,
            MassNumbers numbers,
            Changes changes,
            InstantSource clock) {
        this.notices = notices;
        this.recipients = recipients;
        this.found = found;
        this.numbers = numbers;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<Right> rights(SecondPerson.Wish wish) {
        return RIGHTS;
    }

    /** How many must agree is judged as the numbers are when it is asked. */
    ApprovalWish wish(MassNotice notice) {
        return new ApprovalWish(
                new SecondPerson.Wish(
                        KIND,
                        Long.toString(notice.id()),
                        notice.mall(),
                        notice.makerId(),
                        "approvals.what.mass-notice",
                        List.of(notice.words().titleKo(), String.format(Locale.ROOT, "%,d", notice.askedFor())),
                        "/console/mass-notices/" + notice.id(),
                        notice.madeAt()),
                RIGHTS,
                null,
                MassRule.votes(notice.askedFor(), numbers.secondFrom(notice.mall())),
                List.of());
    }

    @Override
    public List<ApprovalWish> standing() {
        return notices.waiting().stream().map(this::wish).toList();
    }

    @Override
    public Effect agreed(ApprovalRequest request, StaffMember last) {
        MassNotice notice = notices.lock(Long.parseLong(request.subject())).orElse(null);
        if (notice == null || !notices.decided(notice.id(), MassNotice.State.SENDING, clock.instant())) {
            return new Effect.NotNow("approvals.not-now.over");
        }
        List<Chosen> orders = found.all(notice.choice(), clock.instant());
        if (orders.isEmpty()) {
            return new Effect.NotNow("approvals.not-now.nobody");
        }
        if (orders.size() > numbers.most(notice.mall())
                || MassRule.votes(orders.size(), numbers.secondFrom(notice.mall())) > request.votes()) {
            return new Effect.NotNow("approvals.not-now.too-many");
        }
        recipients.insert(notice.id(), orders);
        changes.note(
                Change.of("mass-notices", notice.id())
                        .as("mass-notices.sending")
                        .with("orders", notice.askedFor(), orders.size()),
                last.actor());
        return new Effect.Done();
    }

    @Override
    public void ended(ApprovalRequest request, ApprovalRequest.Decision decision) {
        MassNotice.State state = switch (decision.outcome()) {
            case WITHDRAWN -> MassNotice.State.WITHDRAWN;
            case EXPIRED -> MassNotice.State.EXPIRED;
            case REFUSED, AGREED -> MassNotice.State.REFUSED;
        };
        notices.lock(Long.parseLong(request.subject()))
                .ifPresent(notice -> notices.decided(notice.id(), state, decision.at()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Alert {

        @Bean
        AlertKind waitingMassNoticeAlert(ApprovalAlerts alerts) {
            return alerts.waits(KIND, Right.CASES_LEAD, Role.LEAD, Role.MANAGER, Role.ADMIN);
        }
    }
}
