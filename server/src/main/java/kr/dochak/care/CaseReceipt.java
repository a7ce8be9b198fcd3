package kr.dochak.care;

import java.time.Instant;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * What a customer gets at once for a message (CAR-2).
 *
 * @param opened true when this message opened the case, false when it was added to one that is open
 * @param answerBy until when a person answers
 * @param owner who takes care of it, when somebody already does
 */
public record CaseReceipt(
        CaseId caseId,
        String caseNo,
        boolean opened,
        Instant answerBy,
        @Nullable CaseOwner owner) {}
