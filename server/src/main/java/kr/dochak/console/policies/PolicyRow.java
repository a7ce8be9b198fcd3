package kr.dochak.console.policies;

import java.time.Instant;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.compensation.Policies.State;
import kr.dochak.compensation.Policies.Version;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;

/** A version of the policy in its history; {@code maker} is a name, empty for the one that came with the product. */
public record PolicyRow(Version version, String maker) {

    public boolean isOfHouse() {
        return version.mall().equals(MallId.DEFAULT);
    }

    public Tone tone() {
        return version.state() == State.ACTIVE
                ? Tone.DONE
                : version.isWaiting() || version.isSoon() ? Tone.AT_RISK : Tone.NEUTRAL;
    }

    public String state(Words words) {
        ApprovalRequest request = version.request();
        ApprovalRequest.Decision decision = request == null ? null : request.decision();
        String state = version.state() != State.DRAFT
                ? version.state().name()
                : version.isSoon()
                        ? "SOON"
                        : version.isWaiting()
                                ? "WAITING"
                                : decision == null || decision.outcome() == ApprovalRequest.Outcome.AGREED
                                        ? "DRAFT"
                                        : decision.outcome().name();
        return words.word("console.policies.state." + state);
    }

    public String by(Frame frame) {
        Words words = frame.words();
        Instant at = version.madeAt();
        String who = maker.isEmpty() ? words.word("console.policies.first") : words.word("console.policies.by", maker);
        return at == null ? who : who + " · " + moment(at, frame);
    }

    /** From when it holds, or is to hold. */
    public String from(Frame frame) {
        Instant at = version.activeFrom() == null ? version.wantedAt() : version.activeFrom();
        return at == null ? frame.words().word("console.policies.at-once") : moment(at, frame);
    }

    private static String moment(Instant at, Frame frame) {
        return KoreanTime.moment(at, frame.now(), frame.words().locale());
    }

    /** What was written beside a no. */
    public String why() {
        ApprovalRequest request = version.request();
        ApprovalRequest.Decision decision = request == null ? null : request.decision();
        return decision == null ? "" : decision.why();
    }

    /** Whether this reader may take it back. */
    public boolean mayTakeBack(long reader) {
        return version.isSoon() || version.isWaiting() && version.makerId() != null && version.makerId() == reader;
    }
}
