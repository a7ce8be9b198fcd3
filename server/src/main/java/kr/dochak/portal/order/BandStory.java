package kr.dochak.portal.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.dochak.pages.PromiseBand;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.WindowShown;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.Moments;
import kr.dochak.shared.Words;

/** Draws the promise band of a parcel from the ledger of what was shown. */
final class BandStory {

    /** How many earlier windows are drawn; the first one is always among them. */
    private static final int MOST_VERSIONS = 5;

    private static final Duration ROOM = Duration.ofHours(6);

    private BandStory() {}

    static PromiseBand of(
            PromiseView promise, List<WindowShown> ledger, List<PromiseBand.Mark> marks, Words words, Instant now) {
        List<WindowShown> story = distinct(ledger);
        List<PromiseBand.Version> versions = versions(promise, story, words);
        Window last = story.isEmpty() ? promise.window() : story.getLast().window();
        Instant line = promise.promised().to();
        Instant from = versions.getFirst().at();
        Instant to = line;
        for (PromiseBand.Version version : versions) {
            to = Moments.later(to, version.p90());
        }
        for (PromiseBand.Mark mark : marks) {
            to = Moments.later(to, mark.at());
        }
        List<PromiseBand.Mark> shown = marks.stream()
                .filter(mark -> !mark.at().isBefore(from))
                .sorted(Comparator.comparing(PromiseBand.Mark::at))
                .toList();
        return new PromiseBand(
                from.minus(Duration.ofHours(1)),
                to.plus(ROOM),
                now,
                new PromiseBand.Promised(line, last.chanceAfter(line), last.isAtRisk(line)),
                versions,
                shown);
    }

    private static List<WindowShown> distinct(List<WindowShown> ledger) {
        List<WindowShown> distinct = new ArrayList<>();
        for (WindowShown shown : ledger) {
            if (distinct.isEmpty() || moved(distinct.getLast().window(), shown.window())) {
                distinct.add(shown);
            }
        }
        while (distinct.size() > MOST_VERSIONS) {
            distinct.remove(1);
        }
        return distinct;
    }

    private static List<PromiseBand.Version> versions(PromiseView promise, List<WindowShown> story, Words words) {
        if (story.isEmpty()) {
            return List.of(version(promise.window().p10().minus(ROOM), promise.window(), ""));
        }
        return story.stream()
                .map(shown -> version(shown.madeAt(), shown.window(), words.word("portal.band." + shown.source())))
                .toList();
    }

    private static boolean moved(Window a, Window b) {
        return Duration.between(a.p50(), b.p50()).abs().toMinutes() >= 30
                || Duration.between(a.p90(), b.p90()).abs().toMinutes() >= 60;
    }

    private static PromiseBand.Version version(Instant at, Window window, String why) {
        return new PromiseBand.Version(at, window.p10(), window.p25(), window.p50(), window.p75(), window.p90(), why);
    }
}
