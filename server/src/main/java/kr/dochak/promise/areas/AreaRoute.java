package kr.dochak.promise.areas;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.promise.areas.feeds.AreaAnswer;
import kr.dochak.promise.areas.feeds.AreaAnswer.Listed;
import kr.dochak.promise.areas.feeds.AreaAnswer.Silent;
import kr.dochak.promise.areas.feeds.AreaFeed;
import kr.dochak.promise.areas.feeds.Bulletin;
import kr.dochak.wire.Breaker;
import kr.dochak.wire.Failure;
import kr.dochak.wire.Limits;
import kr.dochak.wire.Line;
import kr.dochak.wire.Request;
import kr.dochak.wire.Response;
import kr.dochak.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one public service, with its limits and its breaker. A question that failed is asked again next
 * time.
 */
final class AreaRoute {

    private static final Logger log = LoggerFactory.getLogger(AreaRoute.class);
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final Breaker.Rule RULE = new Breaker.Rule(6, 3, Duration.ofMinutes(15), 1);
    /** Thirty days of a bad winter are three pages of the weather service. */
    private static final int MOST_PAGES = 10;

    /** How an answer was, and when. */
    record Last(Instant at, String kind, String what) {}

    private final AreaFeed feed;
    private final AreaSettings settings;
    private final AreaKeys keys;
    private final Line line;
    private final Breaker breaker;
    private volatile @Nullable Last answered;
    private volatile @Nullable Last failed;

    AreaRoute(AreaFeed feed, AreaKeys keys, AreaSettings settings, Wire wire) {
        this.feed = feed;
        this.keys = keys;
        this.settings = settings;
        this.line = wire.line(Limits.of(settings.connectTimeout(), settings.answerTimeout(), MOST_BYTES));
        this.breaker = wire.breaker(feed.source().name(), RULE);
    }

    AreaFeed feed() {
        return feed;
    }

    boolean isOpen() {
        return keys.isOpen(feed.source());
    }

    Duration every() {
        return settings.of(feed.source()).every();
    }

    boolean isLeftAlone() {
        return breaker.isLeftAlone();
    }

    @Nullable Last answered() {
        return answered;
    }

    @Nullable Last failed() {
        return failed;
    }

    /** Everything the source reports now; whatever happens is an answer. A page that fails fails the whole. */
    AreaAnswer ask(boolean first, Instant now) {
        return breaker.call(() -> asked(first, now), answer -> !(answer instanceof Listed), new Silent("circuit-open"));
    }

    private AreaAnswer asked(boolean first, Instant now) {
        AreaAnswer answer = pages(first, now);
        Last last = new Last(now, answer.kind(), answer.what());
        if (answer instanceof Listed) {
            answered = last;
        } else {
            failed = last;
            log.warn("{} did not tell: {} {}", feed.source(), answer.kind(), answer.what());
        }
        return answer;
    }

    private AreaAnswer pages(boolean first, Instant now) {
        List<Bulletin> read = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            AreaAnswer answer = page(first, page, now);
            if (!(answer instanceof Listed(List<Bulletin> bulletins, int items))) {
                return answer;
            }
            read.addAll(bulletins);
            if (items < feed.pageSize()) {
                break;
            }
        }
        return new Listed(read, read.size());
    }

    private AreaAnswer page(boolean first, int page, Instant now) {
        String key = keys.key(feed.source());
        URI question = feed.question(settings.url(feed.source()), key, first, page, now);
        return switch (line.send(Request.get(question))) {
            case Response.Answered answered -> feed.read(answered.status(), answered.body());
            case Response.Unanswered(Failure failure) -> new Silent(failure.word());
        };
    }
}
