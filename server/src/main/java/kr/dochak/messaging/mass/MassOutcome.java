package kr.dochak.messaging.mass;

/** What came of asking for a notice to many. */
public sealed interface MassOutcome {

    /** It waits for others. */
    record Waiting(long id, int votes) implements MassOutcome {}

    /** The same form was sent before. */
    record SentBefore(long id) implements MassOutcome {}

    /** Its words may not go out, or it reaches nobody or too many; nothing was kept. */
    record Unfit(MassLook look) implements MassOutcome {}
}
