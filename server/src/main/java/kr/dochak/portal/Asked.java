package kr.dochak.portal;

import java.time.Duration;
import java.time.InstantSource;
import kr.dochak.care.Written;
import kr.dochak.shared.Frame;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Tone;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Component;

/** Says at once what becomes of a message: the number and until when a person answers (CAR-2). */
@Component
class Asked {

    private final InstantSource clock;

    Asked(InstantSource clock) {
        this.clock = clock;
    }

    Frame.Flash said(Written written, Words words) {
        boolean passed = Duration.between(clock.instant(), written.answerBy()).isNegative();
        String by = KoreanTime.moment(written.answerBy(), clock.instant(), words.locale());
        return new Frame.Flash(
                Tone.DONE,
                passed
                        ? words.word("portal.message.sent.soon", written.caseNo())
                        : words.word("portal.message.sent", written.caseNo(), by));
    }
}
