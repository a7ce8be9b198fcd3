package kr.dochak.messaging.texts;

import java.util.List;

/** What came of asking for new texts (MSG-3). */
public sealed interface TextOutcome {

    /** Each waits for another person. */
    record Waiting(int texts) implements TextOutcome {}

    /** They are as those in use. */
    record Unchanged() implements TextOutcome {}

    /** Something forbids them; nothing was kept. */
    record Unfit(List<TextLook> looks) implements TextOutcome {}
}
