package kr.dochak.console.firstday;

import java.time.Instant;
import kr.dochak.opening.LineState;
import kr.dochak.opening.OpeningLine;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list as the page shows it.
 *
 * @param state what is known of it
 * @param href where to see to it; null where a few words here are all
 */
public record LineRow(
        OpeningLine line,
        boolean done,
        String label,
        String state,
        String words,
        @Nullable String href) {

    static LineRow of(LineState state, boolean owner, Instant now, Words words) {
        String key = "console.first-day.line." + state.line();
        return new LineRow(
                state.line(),
                state.done(),
                words.word(key),
                stated(state, key, now, words),
                state.words(),
                href(state.line(), owner));
    }

    private static String stated(LineState state, String key, Instant now, Words words) {
        Instant at = state.at();
        String moment = at == null ? "" : KoreanTime.moment(at, now, words.locale());
        if (state.by() != null) {
            return words.word("console.first-day.by", state.by(), moment);
        }
        if (!state.done()) {
            return words.word(key + ".missing", state.count());
        }
        return state.line().kind() == OpeningLine.Kind.LOOKED_UP
                ? words.word(key + ".done", state.count(), moment)
                : moment;
    }

    private static @Nullable String href(OpeningLine line, boolean owner) {
        return switch (line) {
            case SECOND_ADMIN, PEOPLE -> "/console/accounts/invitation";
            case KEY -> owner ? "/console/malls" : null;
            case CARRIER -> "/console/integrations";
            case SENDER -> SendersPage.AT;
            case PAST -> PastPage.AT;
            case TRIAL -> TrialsPage.AT;
            case POLICY -> "/console/compensation";
            case CONTACTS -> "/console/alerts/duty";
            default -> null;
        };
    }
}
