package kr.dochak.identity;

import java.util.List;
import kr.dochak.shared.MallId;

/** What members of staff have in hand in a module, so that nothing is left lying when one leaves (IDN-1). */
public interface OpenWork {

    /**
     * One piece of work.
     *
     * @param kind which words say what it is
     * @param name its number, where it has one
     * @param page where staff look at it
     */
    record Piece(String kind, String name, String page, MallId tenantId) {}

    /** What this member has in hand, in all their malls. */
    List<Piece> of(StaffMember member);

    /** Puts all of it back, so that others take it; in the caller's transaction. */
    List<Piece> giveBack(StaffMember leaver, StaffMember by);
}
