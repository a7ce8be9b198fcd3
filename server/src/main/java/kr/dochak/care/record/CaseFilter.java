package kr.dochak.care.record;

import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a queue shows; what is null or false does not narrow it. A queue shows unsolved cases unless it asks for
 * solved ones.
 *
 * @param ownerId only cases of this member of staff
 * @param caseNo only cases whose number contains this
 */
public record CaseFilter(
        MallId tenantId,
        @Nullable CaseStatus status,
        @Nullable CaseType type,
        @Nullable Long ownerId,
        boolean unassigned,
        boolean overdue,
        @Nullable String caseNo) {

    /** Everything unsolved of a mall. */
    public static CaseFilter unsolved(MallId tenantId) {
        return new CaseFilter(tenantId, null, null, null, false, false, null);
    }

    public CaseFilter ofOwner(long staffId) {
        return new CaseFilter(tenantId, status, type, staffId, unassigned, overdue, caseNo);
    }

    public CaseFilter withStatus(CaseStatus wanted) {
        return new CaseFilter(tenantId, wanted, type, ownerId, unassigned, overdue, caseNo);
    }

    public CaseFilter onlyUnassigned() {
        return new CaseFilter(tenantId, status, type, ownerId, true, overdue, caseNo);
    }

    public CaseFilter onlyOverdue() {
        return new CaseFilter(tenantId, status, type, ownerId, unassigned, true, caseNo);
    }

    public CaseFilter numbered(String part) {
        return new CaseFilter(tenantId, status, type, ownerId, unassigned, overdue, part);
    }
}
