package kr.dochak.approvals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.dochak.approvals.ApprovalAnswer.NotAllowed;
import kr.dochak.approvals.ApprovalAnswer.Reason;
import kr.dochak.approvals.ApprovalRequest.Decision;
import kr.dochak.approvals.ApprovalRequest.Outcome;
import kr.dochak.approvals.ApprovalRequest.Vote;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * What people want and others must agree to. A vote, the decision it makes and what follows from that are one transaction: a kill
 * between them leaves nothing of all three, and the next vote does them once.
 */
@Component
public class Approvals {

    private static final int LONGEST_REASON = 300;

    private final RequestRepository requests;
    private final ApprovalList list;
    private final Authorities authorities;
    private final Endings endings;
    private final InstantSource clock;

    Approvals(
            RequestRepository requests,
            ApprovalList list,
            Authorities authorities,
            Endings endings,
            InstantSource clock) {
        this.requests = requests;
        this.list = list;
        this.authorities = authorities;
        this.endings = endings;
        this.clock = clock;
    }

    /** Asks in the transaction of the wish; an open one about the same thing is taken back with it. */
    @Transactional
    public long ask(ApprovalWish wish) {
        withdrawn(wish.about().kind(), wish.about().subject(), wish.about().makerId());
        return endings.open(wish).orElseThrow();
    }

    /** Whoever else would decide about this thing waits until the transaction ends; taken before the thing's own row. */
    @Transactional
    public void hold(String kind, String subject) {
        requests.lockOpen(kind, subject);
    }

    /** It was taken back where it was made; the thing itself has been seen to. */
    @Transactional
    public void withdrawn(String kind, String subject, @Nullable Long by) {
        requests.lockOpen(kind, subject)
                .ifPresent(request ->
                        endings.close(request, new Decision(Outcome.WITHDRAWN, by, by, "", clock.instant())));
    }

    /** A yes or a no by what is decided about; a thing that nobody asks about is unknown. */
    @Transactional
    public ApprovalAnswer decide(StaffMember staff, String kind, String subject, boolean yes, String why) {
        return requests.newest(kind, subject)
                .map(id -> decide(staff, id, yes, why))
                .orElseGet(() -> new NotAllowed(Reason.UNKNOWN));
    }

    /** A yes or a no; with the last yes, or the first no, it is decided and takes effect. */
    @Transactional
    public ApprovalAnswer decide(StaffMember staff, long requestId, boolean yes, String why) {
        ApprovalRequest request =
                requests.lock(requestId).filter(each -> isAround(staff, each)).orElse(null);
        if (request == null) {
            return new NotAllowed(Reason.UNKNOWN);
        }
        Instant now = clock.instant();
        Reason against = null;
        for (Authority in : authorities.of(staff, malls(request))) {
            Optional<Reason> reason =
                    yes ? VoteRule.against(request, staff.id(), in) : VoteRule.againstRefusal(request, staff.id(), in);
            if (reason.isEmpty()) {
                return yes ? agree(request, staff, in, now) : refuse(request, staff, in, why, now);
            }
            against = against == null || against == Reason.NO_RIGHT ? reason.get() : against;
        }
        return new NotAllowed(against == null ? Reason.NO_RIGHT : against);
    }

    private static Set<MallId> malls(ApprovalRequest request) {
        return request.mall().equals(MallId.DEFAULT) ? Set.of() : Set.of(request.mall());
    }

    private ApprovalAnswer agree(ApprovalRequest request, StaffMember staff, Authority in, Instant now) {
        Vote vote = new Vote(staff.id(), in.voiceId(), in.limit());
        requests.add(request.id(), request.makerId(), vote, now);
        if (!VoteRule.decides(request)) {
            endings.changed(request);
            return new ApprovalAnswer.NeedsAnother(request);
        }
        Decision decision = new Decision(Outcome.AGREED, staff.id(), in.voiceId(), "", now);
        return answer(endings.agreed(request, decision, staff), request, Outcome.AGREED);
    }

    private ApprovalAnswer refuse(ApprovalRequest request, StaffMember staff, Authority in, String why, Instant now) {
        String reason = why.strip();
        if (reason.length() > LONGEST_REASON) {
            return new NotAllowed(Reason.TOO_LONG);
        }
        endings.ended(request, new Decision(Outcome.REFUSED, staff.id(), in.voiceId(), reason, now));
        return new ApprovalAnswer.Decided(request, Outcome.REFUSED);
    }

    /** What cannot take effect is undone with its vote. */
    private static ApprovalAnswer answer(ApprovalSubject.Effect effect, ApprovalRequest request, Outcome outcome) {
        if (effect instanceof ApprovalSubject.Effect.NotNow(String word)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new ApprovalAnswer.NotNow(word);
        }
        return new ApprovalAnswer.Decided(request, outcome);
    }

    /** Takes back one's own wish, by what it is about. */
    @Transactional
    public ApprovalAnswer withdrawOwn(StaffMember maker, String kind, String subject) {
        return requests.newest(kind, subject)
                .map(id -> withdraw(maker, id))
                .orElseGet(() -> new NotAllowed(Reason.UNKNOWN));
    }

    /** Takes back one's own wish. */
    @Transactional
    public ApprovalAnswer withdraw(StaffMember maker, long requestId) {
        ApprovalRequest request = requests.lock(requestId)
                .filter(each -> each.makerId() == maker.id())
                .orElse(null);
        if (request == null) {
            return new NotAllowed(Reason.UNKNOWN);
        }
        if (!request.isOpen()) {
            return new NotAllowed(Reason.OVER);
        }
        endings.ended(request, new Decision(Outcome.WITHDRAWN, maker.id(), maker.id(), "", clock.instant()));
        return new ApprovalAnswer.Decided(request, Outcome.WITHDRAWN);
    }

    /** The newest wish about each of these things of a kind, open or over. */
    public List<ApprovalRequest> newest(String kind, Collection<String> subjects) {
        return requests.whole(requests.newest(kind, subjects));
    }

    private static boolean isAround(StaffMember staff, ApprovalRequest request) {
        return request.mall().equals(MallId.DEFAULT) || staff.malls().contains(request.mall());
    }

    /** One page of a list of somebody. */
    public Keyset<ApprovalRequest> page(StaffMember staff, ApprovalFilter filter, @Nullable String cursor, int limit) {
        ApprovalFilter within = filter.within(staff.malls());
        List<Authority> names = authorities.of(staff, within.malls());
        return filter.show() == ApprovalFilter.Show.WAITING
                ? list.waiting(staff.id(), names, within, cursor, limit)
                : list.past(
                        staff,
                        names.stream()
                                .filter(each -> each.voiceId() == staff.id())
                                .toList(),
                        within,
                        cursor,
                        limit);
    }

    /** How many somebody could decide now, in these malls and of the house. */
    public int waiting(StaffMember staff, Collection<MallId> malls) {
        return list.count(
                staff.id(),
                authorities.of(
                        staff, malls.stream().filter(staff.malls()::contains).toList()));
    }
}
