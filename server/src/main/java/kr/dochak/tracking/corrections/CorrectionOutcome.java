package kr.dochak.tracking.corrections;

/** What came of a correction, or of taking one back. */
public sealed interface CorrectionOutcome {

    record Done() implements CorrectionOutcome {}

    /** The mall has no such parcel. */
    record Unknown() implements CorrectionOutcome {}

    /** It does not count as delivered, so there is nothing to correct. */
    record NotDelivered() implements CorrectionOutcome {}

    /** Nobody has corrected it, or it was taken back already. */
    record NothingToUndo() implements CorrectionOutcome {}

    /** A correction without a reason, or with one that is too long. */
    record BadReason(int longest) implements CorrectionOutcome {}
}
