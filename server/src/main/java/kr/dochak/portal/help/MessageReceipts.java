package kr.dochak.portal.help;

import java.time.Duration;
import java.time.InstantSource;
import kr.dochak.care.CaseReceipt;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Component;

/** Says at once what becomes of a message: the number and until when a person answers (CAR-2). */
@Component
public class MessageReceipts {

    private final InstantSource clock;

    MessageReceipts(InstantSource clock) {
        this.clock = clock;
    }

    public Frame.Flash said(CaseReceipt written, Words words) {
        boolean passed = Duration.between(clock.instant(), written.answerBy()).isNegative();
        String by = KoreanTime.moment(written.answerBy(), clock.instant(), words.locale());
        return new Frame.Flash(
                Tone.DONE,
                passed
                        ? words.word("portal.message.sent.soon", written.caseNo())
                        : words.word("portal.message.sent", written.caseNo(), by));
    }
}
