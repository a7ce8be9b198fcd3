package kr.dochak.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.pages.PromiseBand;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.WindowShown;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.Words;

/** Promises as the band that draws them. */
public final class Bands {

    private static final int MOST_VERSIONS = 6;
    private static final Duration WORTH_SHOWING = Duration.ofMinutes(45);

    private Bands() {}

    /** The band of a row or card: from now until the promise and the window are over. */
    public static PromiseBand small(PromiseView promise, Instant now) {
        Window window = promise.window();
        Instant line = promise.promised().to();
        Instant first =
                Stream.of(now, window.p10(), line).min(Instant::compareTo).orElse(now);
        Instant last =
                Stream.of(now, window.p90(), line).max(Instant::compareTo).orElse(now);
        Duration rim = Duration.between(first, last).dividedBy(12).plusMinutes(30);
        return PromiseBand.of(
                first.minus(rim), last.plus(rim), now, promised(promise, window), version(now, window, ""));
    }

    /** The whole story of a promise on the axis of its order. */
    public static PromiseBand full(
            PromiseView promise, List<WindowShown> ledger, List<PromiseBand.Mark> marks, TraceAxis axis, Words words) {
        List<PromiseBand.Version> versions = new ArrayList<>();
        Window last = promise.window();
        for (WindowShown shown : telling(ledger)) {
            last = shown.window();
            versions.add(version(shown.madeAt(), shown.window(), words.word("console.source." + shown.source())));
        }
        if (versions.isEmpty()) {
            versions.add(version(axis.from(), last, ""));
        }
        return new PromiseBand(axis.from(), axis.to(), axis.now(), promised(promise, last), versions, marks);
    }

    /** The first window, the last, and those between that moved noticeably; at most six. */
    public static List<WindowShown> telling(List<WindowShown> ledger) {
        List<WindowShown> versions = new ArrayList<>();
        for (WindowShown shown : ledger) {
            if (versions.isEmpty() || moved(versions.getLast(), shown)) {
                versions.add(shown);
            }
        }
        if (!ledger.isEmpty() && versions.getLast() != ledger.getLast()) {
            if (versions.size() > 1) {
                versions.removeLast();
            }
            versions.add(ledger.getLast());
        }
        while (versions.size() > MOST_VERSIONS) {
            versions.remove(1);
        }
        return versions;
    }

    private static boolean moved(WindowShown before, WindowShown after) {
        return Duration.between(before.window().p50(), after.window().p50())
                                .abs()
                                .compareTo(WORTH_SHOWING)
                        > 0
                || Duration.between(before.window().p90(), after.window().p90())
                                .abs()
                                .compareTo(WORTH_SHOWING)
                        > 0;
    }

    private static PromiseBand.Promised promised(PromiseView promise, Window window) {
        Instant line = promise.promised().to();
        return new PromiseBand.Promised(line, window.chanceAfter(line), window.isAtRisk(line));
    }

    private static PromiseBand.Version version(Instant at, Window window, String why) {
        return new PromiseBand.Version(at, window.p10(), window.p25(), window.p50(), window.p75(), window.p90(), why);
    }
}
