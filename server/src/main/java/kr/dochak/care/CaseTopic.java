package kr.dochak.care;

import kr.dochak.shared.CaseId;

/** The live topic of one case's pages. */
public final class CaseTopic {

    static final String KIND = "case";

    private CaseTopic() {}

    /** The topic of this case. */
    public static String of(CaseId caseId) {
        return KIND + ":" + caseId;
    }
}
