package kr.dochak.identity.whose;

import java.time.Instant;
import java.util.List;
import kr.dochak.pages.Frame;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** One person to choose, as a page shows them; {@code now} for the one whose orders are seen already. */
public record WhoseLine(long person, String name, String last, boolean now) {

    public static List<WhoseLine> of(List<Whose.Choice> choices, @Nullable PersonId current, Frame frame) {
        Words words = frame.words();
        return choices.stream()
                .map(each -> new WhoseLine(
                        each.personId().value(),
                        each.name(),
                        last(each.lastOrder(), frame.now(), words),
                        each.personId().equals(current)))
                .toList();
    }

    private static String last(@Nullable Instant at, Instant now, Words words) {
        return at == null
                ? words.word("identity.whose.none")
                : words.word("identity.whose.last", KoreanTime.moment(at, now, words.locale()));
    }
}
