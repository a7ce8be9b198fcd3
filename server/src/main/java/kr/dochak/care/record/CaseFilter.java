package kr.dochak.care.record;

import java.util.List;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a queue shows; what is null, false or empty does not narrow it. A queue shows unsolved cases unless it asks for
 * solved ones.
 *
 * @param ownerId only cases of this member of staff
 * @param escalated only those that were put before the lead and that no lead has seen
 * @param caseNo only cases whose number contains this, or whose clear words do
 * @param people only cases of these customers, or with that number
 */
public record CaseFilter(
        MallId tenantId,
        @Nullable CaseStatus status,
        @Nullable CaseType type,
        @Nullable Long ownerId,
        boolean unassigned,
        boolean overdue,
        boolean escalated,
        @Nullable String caseNo,
        List<PersonId> people) {

    /** Everything unsolved of a mall. */
    public static CaseFilter unsolved(MallId tenantId) {
        return new CaseFilter(tenantId, null, null, null, false, false, false, null, List.of());
    }

    public CaseFilter ofOwner(long staffId) {
        return new CaseFilter(tenantId, status, type, staffId, unassigned, overdue, escalated, caseNo, people);
    }

    public CaseFilter withStatus(CaseStatus wanted) {
        return new CaseFilter(tenantId, wanted, type, ownerId, unassigned, overdue, escalated, caseNo, people);
    }

    public CaseFilter ofType(@Nullable CaseType wanted) {
        return new CaseFilter(tenantId, status, wanted, ownerId, unassigned, overdue, escalated, caseNo, people);
    }

    public CaseFilter onlyUnassigned() {
        return new CaseFilter(tenantId, status, type, ownerId, true, overdue, escalated, caseNo, people);
    }

    public CaseFilter onlyOverdue() {
        return new CaseFilter(tenantId, status, type, ownerId, unassigned, true, escalated, caseNo, people);
    }

    public CaseFilter onlyEscalated() {
        return new CaseFilter(tenantId, status, type, ownerId, unassigned, overdue, true, caseNo, people);
    }

    /** By what people have at hand: a part of the number, or these customers, who were found by name or phone. */
    public CaseFilter found(String part, List<PersonId> found) {
        return new CaseFilter(tenantId, status, type, ownerId, unassigned, overdue, escalated, part, found);
    }

    public CaseFilter numbered(String part) {
        return found(part, List.of());
    }
}
