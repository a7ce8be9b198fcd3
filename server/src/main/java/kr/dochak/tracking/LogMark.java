package kr.dochak.tracking;

/** What a batch from the log must get done in its own transaction, before anything else of it. */
@FunctionalInterface
interface LogMark {

    /** Says that everything up to here is applied; false when somebody else has said so already. */
    boolean move();
}
