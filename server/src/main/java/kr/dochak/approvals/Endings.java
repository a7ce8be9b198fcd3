package kr.dochak.approvals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kr.dochak.alerts.AlertBell;
import kr.dochak.approvals.ApprovalFact.ApprovalEnded;
import kr.dochak.approvals.ApprovalRequest.Decision;
import kr.dochak.identity.StaffMember;
import kr.dochak.settings.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How wishes begin and end: the decision, what follows from it, the fact and the word to open pages, all in the caller's transaction. */
@Component
class Endings {

    private final RequestRepository requests;
    private final ObjectProvider<ApprovalSubject> subjects;
    private final ApplicationEventPublisher facts;
    private final AlertBell bell;
    private final Settings settings;
    private final InstantSource clock;

    Endings(
            RequestRepository requests,
            ObjectProvider<ApprovalSubject> subjects,
            ApplicationEventPublisher facts,
            AlertBell bell,
            Settings settings,
            InstantSource clock) {
        this.requests = requests;
        this.subjects = subjects;
        this.facts = facts;
        this.bell = bell;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whose sort a wish is. */
    ApprovalSubject subject(String kind) {
        return all().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody decides about " + kind));
    }

    List<ApprovalSubject> all() {
        return subjects.orderedStream().toList();
    }

    /** A wish begins; nothing when one about the same thing is open. Whoever must agree has so long from now, however old it is. */
    Optional<Long> open(ApprovalWish wish) {
        Instant now = clock.instant();
        Instant made = wish.about().at() == null ? now : wish.about().at();
        Optional<Long> id = requests.add(wish, made, now.plus(settings.of(ApprovalSettings.DEADLINE)));
        id.ifPresent(unused -> bell.changed(wish.about().mall()));
        return id;
    }

    /** Agreed: the effect comes after the decision, so that two who decide at once meet at its key. */
    ApprovalSubject.Effect agreed(ApprovalRequest request, Decision decision, StaffMember last) {
        requests.decide(request.id(), decision);
        ApprovalRequest decided = requests.find(request.id()).orElseThrow();
        ApprovalSubject.Effect effect = subject(request.kind()).agreed(decided, last);
        if (effect instanceof ApprovalSubject.Effect.Done) {
            publish(request, decision);
        }
        return effect;
    }

    /** Over in another way, which its module hears of. */
    void ended(ApprovalRequest request, Decision decision) {
        requests.decide(request.id(), decision);
        subject(request.kind()).ended(request, decision);
        publish(request, decision);
    }

    /** Over where its module has seen to the thing itself. */
    void close(ApprovalRequest request, Decision decision) {
        requests.decide(request.id(), decision);
        publish(request, decision);
    }

    private void publish(ApprovalRequest request, Decision decision) {
        facts.publishEvent(new ApprovalEnded(
                request.id(),
                request.kind(),
                request.subject(),
                request.mall(),
                request.makerId(),
                decision.outcome(),
                decision.at()));
        changed(request);
    }

    /** The numbers on open pages are others now. */
    void changed(ApprovalRequest request) {
        bell.changed(request.mall());
    }
}
