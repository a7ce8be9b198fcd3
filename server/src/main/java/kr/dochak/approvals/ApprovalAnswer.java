package kr.dochak.approvals;

/** What came of deciding about something (BEN-4, SET-1). */
public sealed interface ApprovalAnswer {

    /** It is decided, and what follows from it has happened. */
    record Decided(ApprovalRequest request, ApprovalRequest.Outcome outcome) implements ApprovalAnswer {}

    /** Counted; others must agree too. */
    record NeedsAnother(ApprovalRequest request) implements ApprovalAnswer {}

    /** It cannot take effect as things stand; nothing was counted. */
    record NotNow(String word) implements ApprovalAnswer {}

    /** Not counted. */
    record NotAllowed(Reason reason) implements ApprovalAnswer {}

    /** Why not. */
    enum Reason {
        /** There is none, or it is of a mall that they do not work for. */
        UNKNOWN,
        /** Nobody decides about what they want themselves, nor in the name of who wants it. */
        OWN,
        /** This person agreed before, or somebody did in their name. */
        VOTED_BEFORE,
        /** They lack the right. */
        NO_RIGHT,
        /** They approve nothing, or not so much. */
        ABOVE_LIMIT,
        /** It was decided before. */
        OVER,
        /** What was written beside it is too long to be read. */
        TOO_LONG
    }
}
