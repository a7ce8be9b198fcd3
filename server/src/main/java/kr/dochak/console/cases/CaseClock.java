package kr.dochak.console.cases;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.care.record.CaseStatus;
import kr.dochak.care.record.SupportCase;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;

/** The next clock of a case as words and a colour: {@code 첫 답변 12분 남음} (CAR-4). */
public record CaseClock(String text, Tone tone) {

    private static final Duration SOON = Duration.ofHours(1);

    /** The clock that runs out next. */
    public static CaseClock of(SupportCase one, Instant now, Words words) {
        if (one.status() == CaseStatus.SOLVED) {
            return new CaseClock(words.word("console.clock.solved"), Tone.DONE);
        }
        Duration left = Duration.between(now, one.attentionAt());
        String what = words.word("console.clock." + which(one));
        String key = left.isNegative() ? "console.clock.over" : "console.clock.left";
        String text = words.word(key, what, KoreanTime.length(left, words.locale()));
        return new CaseClock(
                text, left.isNegative() ? Tone.LATE : left.compareTo(SOON) < 0 ? Tone.AT_RISK : Tone.NEUTRAL);
    }

    private static String which(SupportCase one) {
        if (one.firstRepliedAt() == null && one.attentionAt().equals(one.firstReplyDueAt())) {
            return "first";
        }
        if (one.attentionAt().equals(one.replyDueAt())) {
            return "reply";
        }
        if (one.attentionAt().equals(one.callDueAt())) {
            return "call";
        }
        return one.waitsForLead() && one.attentionAt().isBefore(one.solveDueAt()) ? "lead" : "solve";
    }
}
