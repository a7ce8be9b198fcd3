package kr.dochak.approvals;

import java.util.List;
import java.util.Set;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.settings.SecondPerson;

/** A kind of thing that is decided about, brought as a bean by the module that owns it or that stands above its owner. */
public interface ApprovalSubject {

    /** Its name among all; the word is {@code approvals.kind.<kind>}. */
    String kind();

    /** What whoever decides about this must have, all of it. */
    Set<Right> rights(SecondPerson.Wish wish);

    /** What waits by the module's own rows; such a wish without a request is given one at a start. */
    List<ApprovalWish> standing();

    /**
     * All who must have agreed, and it takes effect now, in the transaction of the last vote.
     *
     * @param last who gave the last vote
     */
    Effect agreed(ApprovalRequest request, StaffMember last);

    /**
     * It was refused, withdrawn on the page of approvals, or nobody decided in time; in the transaction of that.
     *
     * @param decision how it ended
     */
    void ended(ApprovalRequest request, ApprovalRequest.Decision decision);

    /** What became of taking effect. */
    sealed interface Effect {

        record Done() implements Effect {}

        /**
         * It cannot be as things stand: nothing is decided and the vote does not count.
         *
         * @param word why, for the reader
         */
        record NotNow(String word) implements Effect {}
    }
}
