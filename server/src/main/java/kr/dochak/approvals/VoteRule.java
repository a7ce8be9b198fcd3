package kr.dochak.approvals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dochak.approvals.ApprovalAnswer.Reason;
import kr.dochak.approvals.ApprovalRequest.Vote;
import kr.dochak.shared.Won;

/**
 * Whose yes or no counts (BEN-4, SET-1): never the maker's, nobody twice, with the rights, and for a sum by somebody who approves at all,
 * until one of all who agreed covers it. Pure.
 */
final class VoteRule {

    private VoteRule() {}

    /** Why this vote does not count; empty when it does. */
    static Optional<Reason> against(ApprovalRequest request, long voterId, Authority in) {
        Optional<Reason> never = never(request, voterId, in);
        Won amount = request.amount();
        if (never.isPresent() || amount == null) {
            return never;
        }
        boolean covered = Stream.concat(request.cast().stream().map(Vote::limit), Stream.of(in.limit()))
                .anyMatch(limit -> limit.compareTo(amount) >= 0);
        boolean last = request.cast().size() + 1 >= request.votes();
        return last && !covered ? Optional.of(Reason.ABOVE_LIMIT) : Optional.empty();
    }

    /** Why this no does not count; one that does ends it. */
    static Optional<Reason> againstRefusal(ApprovalRequest request, long voterId, Authority in) {
        return never(request, voterId, in);
    }

    /** Whether one more vote decides. */
    static boolean decides(ApprovalRequest request) {
        return request.cast().size() + 1 >= request.votes();
    }

    private static Optional<Reason> never(ApprovalRequest request, long voterId, Authority in) {
        if (!request.isOpen()) {
            return Optional.of(Reason.OVER);
        }
        if (voterId == request.makerId() || in.voiceId() == request.makerId()) {
            return Optional.of(Reason.OWN);
        }
        if (stands(request.cast(), voterId) || stands(request.cast(), in.voiceId())) {
            return Optional.of(Reason.VOTED_BEFORE);
        }
        if (!in.mall().equals(request.mall()) || !in.rights().containsAll(request.rights())) {
            return Optional.of(Reason.NO_RIGHT);
        }
        return request.amount() != null && in.limit().amount() == 0
                ? Optional.of(Reason.ABOVE_LIMIT)
                : Optional.empty();
    }

    private static boolean stands(List<Vote> cast, long staffId) {
        return cast.stream().anyMatch(vote -> vote.voterId() == staffId || vote.voiceId() == staffId);
    }
}
