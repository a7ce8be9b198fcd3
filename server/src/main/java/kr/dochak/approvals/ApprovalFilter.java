package kr.dochak.approvals;

import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * Which wishes a list shows.
 *
 * @param malls those in sight; what is of the house is shown beside them
 * @param kind only of this kind; null for any
 * @param outcome only what ended so; null for any
 * @param text part of what stands in its sentence, or its number; empty for any
 */
public record ApprovalFilter(
        Show show, Set<MallId> malls, @Nullable String kind, ApprovalRequest.@Nullable Outcome outcome, String text) {

    /** Which list. */
    public enum Show {
        /** What the reader could decide now. */
        WAITING,
        /** What the reader wants, open or over. */
        MINE,
        /** What is over. */
        DECIDED
    }

    public ApprovalFilter {
        malls = Set.copyOf(malls);
    }

    /** The same without malls that somebody does not work for. */
    ApprovalFilter within(Set<MallId> theirs) {
        return new ApprovalFilter(
                show, malls.stream().filter(theirs::contains).collect(Collectors.toSet()), kind, outcome, text);
    }
}
