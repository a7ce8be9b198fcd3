package kr.dochak.calendar;

/** What came of a declaration. */
public sealed interface DeclareOutcome {

    /** It holds. */
    record Declared(DeclaredDay day) implements DeclareOutcome {}

    /** Nothing was changed. */
    record Refused(Why why) implements DeclareOutcome {}

    /** Why a day cannot be declared. */
    enum Why {
        /** What is over changes nothing any more. */
        PAST,
        /** More than five years ahead it is a typing error. */
        FAR,
        /** The name is missing or too long. */
        NAME,
        /** The reason is missing or too long. */
        REASON,
        /** The carrier is missing. */
        CARRIER,
        /** The same was declared already. */
        TWICE,
        /** The nation rests on that day already, or works anyhow. */
        NO_CHANGE,
        /** Days of the nation and of carriers are everybody's, so only an administrator declares them. */
        NOT_ALLOWED
    }
}
