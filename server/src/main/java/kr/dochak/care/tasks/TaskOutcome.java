package kr.dochak.care.tasks;

/** What became of an action of staff on a task; everything but {@link Ended} and {@link Again} left it unchanged. */
public sealed interface TaskOutcome {

    /** It is ended, now or by the same action before. */
    record Ended(Task task) implements TaskOutcome {}

    /** Tried in vain: it is due anew. */
    record Again(Task task) implements TaskOutcome {}

    /** There is no such task in this mall. */
    record Unknown() implements TaskOutcome {}

    /** Somebody, or an event, ended it before. */
    record AlreadyEnded(Task task) implements TaskOutcome {}

    /** What came of it is to be written down, in at most so many characters. */
    record NeedsWords(int longest) implements TaskOutcome {}
}
