package kr.dochak.console.mass;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.messaging.mass.LeftOut;
import kr.dochak.messaging.mass.MassNotice;
import kr.dochak.messaging.mass.MassProgress;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.promise.reach.OrderChoice;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;

/** A notice to many as staff see it, with its maker's name and how far it is. */
public record MassRow(MassNotice notice, MassProgress progress, String maker) {

    public Tone tone() {
        return switch (notice.state()) {
            case ASKED -> Tone.AT_RISK;
            case SENDING -> Tone.ON_TIME;
            case SENT -> Tone.DONE;
            case STOPPED, REFUSED -> Tone.LATE;
            case WITHDRAWN, EXPIRED -> Tone.NEUTRAL;
        };
    }

    public String state(Words words) {
        return words.word("console.mass.state." + notice.state());
    }

    public String title(Words words) {
        return notice.words().title(words.lang());
    }

    public String body(Words words) {
        return notice.words().body(words.lang());
    }

    public String by(Frame frame) {
        return frame.words()
                .word(
                        "console.mass.by",
                        maker,
                        KoreanTime.moment(
                                notice.madeAt(), frame.now(), frame.words().locale()));
    }

    /** Whom it means, in one line. */
    public String whom(Frame frame) {
        Words words = frame.words();
        OrderChoice choice = notice.choice();
        List<String> parts = new ArrayList<>();
        if (choice.carrier() != null) {
            parts.add(Carrier.nameOf(choice.carrier(), words.locale()));
        }
        if (choice.province() != null) {
            parts.add(choice.province());
        }
        LocalDate today = Seoul.dateOf(frame.now());
        if (choice.from() != null) {
            parts.add(words.word("console.mass.since", KoreanTime.date(choice.from(), today, words.locale())));
        }
        if (choice.to() != null) {
            parts.add(words.word("console.mass.until", KoreanTime.date(choice.to(), today, words.locale())));
        }
        if (choice.underWay()) {
            parts.add(words.word("console.mass.who.UNDER_WAY"));
        }
        if (choice.deliveredWithin() > 0) {
            parts.add(words.word("console.mass.lately", choice.deliveredWithin()));
        }
        if (!choice.only().isEmpty()) {
            parts.add(words.word("console.mass.by-number", choice.only().size()));
        }
        return String.join(" · ", parts);
    }

    /** Why orders were left out, in the order in which reasons are looked at. */
    public List<LeftOut> reasons() {
        return progress.leftOut().keySet().stream().sorted().toList();
    }
}
