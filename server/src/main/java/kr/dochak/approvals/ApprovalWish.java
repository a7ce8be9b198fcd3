package kr.dochak.approvals;

import java.util.List;
import java.util.Set;
import kr.dochak.identity.Right;
import kr.dochak.settings.SecondPerson;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/**
 * What a module wants to have agreed to.
 *
 * @param rights what whoever decides must have, all of it
 * @param amount the sum that a limit must cover; null where none is decided about
 * @param votes how many must agree
 * @param cast who has agreed to it before it came here
 */
public record ApprovalWish(
        SecondPerson.Wish about,
        Set<Right> rights,
        @Nullable Won amount,
        int votes,
        List<ApprovalRequest.Vote> cast) {

    /** One other person must agree. */
    public static ApprovalWish of(SecondPerson.Wish about, Set<Right> rights) {
        return new ApprovalWish(about, rights, null, 1, List.of());
    }
}
