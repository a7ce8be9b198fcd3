package kr.dochak.portal.help;

import java.time.Duration;
import java.time.InstantSource;
import kr.dochak.care.CaseReceipt;
import kr.dochak.care.CustomerMessage.Writing;
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

    /** Fit to be shown beside the page that the message was written on. */
    public Frame.Flash flash(Writing writing, Words words) {
        return switch (writing) {
            case Writing.Taken taken -> taken(taken.receipt(), words);
            case Writing.TooMany full ->
                new Frame.Flash(
                        Tone.AT_RISK,
                        words.word(
                                "portal.message.many",
                                KoreanTime.moment(full.again(), clock.instant(), words.locale())));
        };
    }

    private Frame.Flash taken(CaseReceipt written, Words words) {
        boolean passed = Duration.between(clock.instant(), written.answerBy()).isNegative();
        String by = KoreanTime.moment(written.answerBy(), clock.instant(), words.locale());
        return new Frame.Flash(
                Tone.DONE,
                passed
                        ? words.word("portal.message.sent.soon", written.caseNo())
                        : words.word("portal.message.sent", written.caseNo(), by));
    }
}
