package kr.dochak.care.record;

import java.util.List;
import java.util.Set;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a queue shows; what is null, false or empty does not narrow it. A queue shows unsolved cases unless it asks for
 * solved ones.
 *
 * @param malls of these malls
 * @param owners only cases of these members of staff
 * @param escalated only those that were put before the lead and that no lead has seen
 * @param caseNo only cases whose number contains this, or whose clear words do
 * @param people only cases of these customers, or with that number
 */
public record CaseFilter(
        Set<MallId> malls,
        @Nullable CaseStatus status,
        @Nullable CaseType type,
        @Nullable Set<Long> owners,
        boolean unassigned,
        boolean overdue,
        boolean escalated,
        @Nullable String caseNo,
        List<PersonId> people) {

    /** Everything unsolved of a mall. */
    public static CaseFilter unsolved(MallId tenantId) {
        return unsolved(Set.of(tenantId));
    }

    /** Everything unsolved of these malls. */
    public static CaseFilter unsolved(Set<MallId> malls) {
        return new CaseFilter(malls, null, null, null, false, false, false, null, List.of());
    }

    public CaseFilter ofOwner(long staffId) {
        return ofOwners(Set.of(staffId));
    }

    /** Of any of these: a team. */
    public CaseFilter ofOwners(Set<Long> staffIds) {
        return new CaseFilter(malls, status, type, staffIds, unassigned, overdue, escalated, caseNo, people);
    }

    public CaseFilter withStatus(CaseStatus wanted) {
        return new CaseFilter(malls, wanted, type, owners, unassigned, overdue, escalated, caseNo, people);
    }

    public CaseFilter ofType(@Nullable CaseType wanted) {
        return new CaseFilter(malls, status, wanted, owners, unassigned, overdue, escalated, caseNo, people);
    }

    public CaseFilter onlyUnassigned() {
        return new CaseFilter(malls, status, type, owners, true, overdue, escalated, caseNo, people);
    }

    public CaseFilter onlyOverdue() {
        return new CaseFilter(malls, status, type, owners, unassigned, true, escalated, caseNo, people);
    }

    public CaseFilter onlyEscalated() {
        return new CaseFilter(malls, status, type, owners, unassigned, overdue, true, caseNo, people);
    }

    /** By what people have at hand: a part of the number, or these customers, who were found by name or phone. */
    public CaseFilter found(String part, List<PersonId> found) {
        return new CaseFilter(malls, status, type, owners, unassigned, overdue, escalated, part, found);
    }

    public CaseFilter numbered(String part) {
        return found(part, List.of());
    }
}
