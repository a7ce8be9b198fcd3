package kr.dochak.console.texts;

import java.time.Instant;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.messaging.texts.TextVersion;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;

/** A version in the history of a text; {@code maker} is a name, empty for what came with the product. */
public record VersionRow(TextVersion version, String maker) {

    public Tone tone() {
        return switch (version.state()) {
            case ACTIVE -> Tone.DONE;
            case RETIRED -> Tone.NEUTRAL;
            case DRAFT -> version.isWaiting() ? Tone.AT_RISK : Tone.NEUTRAL;
        };
    }

    public String state(Words words) {
        ApprovalRequest request = version.request();
        ApprovalRequest.Decision decision = request == null ? null : request.decision();
        return words.word("console.texts.state."
                + switch (version.state()) {
                    case ACTIVE, RETIRED -> version.state().name();
                    case DRAFT ->
                        version.isWaiting()
                                ? "WAITING"
                                : decision == null
                                        ? "DRAFT"
                                        : decision.outcome().name();
                });
    }

    public String by(Frame frame) {
        Words words = frame.words();
        Instant at = version.madeAt();
        String who = maker.isEmpty() ? words.word("console.texts.first") : words.word("console.texts.by", maker);
        return at == null ? who : who + " · " + KoreanTime.moment(at, frame.now(), words.locale());
    }

    /** What was written beside a no. */
    public String why() {
        ApprovalRequest request = version.request();
        ApprovalRequest.Decision decision = request == null ? null : request.decision();
        return decision == null ? "" : decision.why();
    }

    /** Whether it can be asked for again. */
    public boolean mayReturn() {
        return version.state() != TextVersion.State.ACTIVE && !version.isWaiting();
    }
}
