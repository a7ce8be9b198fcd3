package kr.dochak.care.record;

import java.time.Instant;

/** What became of an action of staff on a case; everything but {@link Done} left it unchanged. */
public sealed interface CaseOutcome {

    /** It happened, or had already happened by the same request. */
    record Done(SupportCase now) implements CaseOutcome {}

    /** Somebody else owns the case (CAR-5). */
    record AlreadyTaken(CaseOwner by) implements CaseOutcome {}

    /** There is no such case in this mall. */
    record Unknown() implements CaseOutcome {}

    /** The answer is blank or longer than this many characters. */
    record BadLength(int longest) implements CaseOutcome {}

    /** The case is solved; reopen it first. */
    record AlreadySolved(Instant at) implements CaseOutcome {}

    /** The case is not solved, so there is nothing to reopen. */
    record NotSolved() implements CaseOutcome {}

    /** The same trouble with the same order has another open case: go on there (CAR-1). */
    record OtherCaseOpen(String caseNo) implements CaseOutcome {}
}
