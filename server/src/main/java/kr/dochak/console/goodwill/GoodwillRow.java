package kr.dochak.console.goodwill;

import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.compensation.goodwill.Goodwill;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * Something that staff asked to give, and what became of it (BEN-4).
 *
 * @param request how it was asked about; null where nobody was asked
 * @param maker who asked, by name
 */
public record GoodwillRow(Goodwill goodwill, @Nullable ApprovalRequest request, String maker) {

    public String gift(Words words) {
        Integer percent = goodwill.gift().percent();
        String amount = goodwill.gift().amount().text();
        return percent == null
                ? words.word("console.goodwill.points", amount)
                : words.word("console.goodwill.coupon", percent, amount);
    }

    public Tone tone() {
        return switch (goodwill.state()) {
            case GRANTED -> Tone.DONE;
            case PENDING -> Tone.AT_RISK;
            case REFUSED -> Tone.NEUTRAL;
        };
    }

    /** What became of it, in a few words. */
    public String state(Words words) {
        return words.word("console.goodwill.state."
                + switch (goodwill.state()) {
                    case GRANTED -> goodwill.atOnce() ? "AT_ONCE" : "AGREED";
                    case PENDING -> "PENDING";
                    case REFUSED -> ended();
                });
    }

    private String ended() {
        ApprovalRequest.Decision decision = request == null ? null : request.decision();
        return decision == null ? "REFUSED" : decision.outcome().name();
    }

    /** Who asked and when, and how many agreed where several must. */
    public String by(Frame frame) {
        Words words = frame.words();
        String by = words.word(
                "console.goodwill.by", maker, KoreanTime.moment(goodwill.madeAt(), frame.now(), words.locale()));
        return request == null || request.votes() < 2
                ? by
                : by + " · " + words.word("approvals.votes", request.cast().size(), request.votes());
    }

    /** Until when somebody may decide; empty when it is over. */
    public String due(Frame frame) {
        return request == null || !request.isOpen()
                ? ""
                : frame.words()
                        .word(
                                "console.goodwill.due",
                                KoreanTime.moment(
                                        request.dueAt(),
                                        frame.now(),
                                        frame.words().locale()));
    }

    /** What was written beside a no. */
    public String why() {
        ApprovalRequest.Decision decision = request == null ? null : request.decision();
        return decision == null ? "" : decision.why();
    }

    public boolean mayTakeBack(long reader) {
        return goodwill.state() == Goodwill.State.PENDING && goodwill.makerId() == reader;
    }
}
