package kr.dochak.identity.sessions;

import java.util.List;
import kr.dochak.pages.Frame;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** One log-in as a page shows it to its owner; {@code here} for the one that asks. */
public record SessionLine(long id, String browser, String where, String seen, String until, boolean here) {

    /** The log-ins in words; {@code current} is the number of the one that asks. */
    public static List<SessionLine> of(List<OpenSession> sessions, @Nullable Long current, Frame frame) {
        Words words = frame.words();
        return sessions.stream()
                .map(each -> new SessionLine(
                        each.id(),
                        each.browser().isEmpty() ? words.word("identity.sessions.unknown") : each.browser(),
                        words.word(
                                "identity.sessions.where",
                                each.address(),
                                KoreanTime.moment(each.startedAt(), frame.now(), words.locale())),
                        words.word(
                                "identity.sessions.seen", KoreanTime.ago(each.seenAt(), frame.now(), words.locale())),
                        words.word(
                                "identity.sessions.until",
                                KoreanTime.moment(each.endsAt(), frame.now(), words.locale())),
                        current != null && each.id() == current))
                .toList();
    }
}
