package kr.dochak.console;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.promise.causes.Situation;
import kr.dochak.promise.causes.Situation.Kind;
import kr.dochak.shared.Area;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;

/** How the console says what is behind many late promises. */
public final class SituationWords {

    private SituationWords() {}

    /** {@code 옥천HUB 체류 6시간 (평소 2시간)}; of a line that is no situation the cause. */
    public static String what(Situation situation, Words words) {
        if (situation.kind() == Kind.LINE) {
            return ConsoleWords.cause(situation.cause(), words);
        }
        String name =
                situation.kind() == Kind.CARRIER ? ConsoleWords.carrier(situation.carrier(), words) : situation.place();
        boolean nowhere = situation.kind() == Kind.CENTRE && situation.place().equals(Area.UNKNOWN);
        String title = nowhere
                ? words.word("console.situation.CENTRE.unknown")
                : words.word("console.situation." + situation.kind(), name, situation.toward());
        Duration spent = situation.spent();
        Duration usual = situation.usual();
        if (spent == null || situation.kind() == Kind.CARRIER || situation.kind() == Kind.AREA) {
            return title;
        }
        return usual == null
                ? words.word("console.situation.length", title, ConsoleWords.about(spent, words))
                : words.word(
                        "console.situation.usual",
                        title,
                        ConsoleWords.about(spent, words),
                        ConsoleWords.about(usual, words));
    }

    /** {@code 지나는 택배의 54%가 늦어요}; nothing where it is not known. */
    public static String share(Situation situation, Words words) {
        Double share = situation.share();
        return share == null ? "" : words.word("console.situation.share", Math.round(share * 100));
    }

    /** {@code 옥천HUB 체류 6시간 (평소 2시간) · 6월 7일(금) 13:00부터 · 지나는 택배의 54%가 늦어요}, or when it ended. */
    public static String whole(Situation situation, Instant now, Words words) {
        String since = KoreanTime.moment(situation.since(), now, words.locale());
        Instant ended = situation.endedAt();
        return ended == null
                ? parts(what(situation, words), words.word("console.board.since", since), share(situation, words))
                : parts(
                        what(situation, words),
                        words.word("console.situation.ended", since, KoreanTime.moment(ended, now, words.locale())));
    }

    /** What there is of these, one after the other. */
    public static String parts(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
