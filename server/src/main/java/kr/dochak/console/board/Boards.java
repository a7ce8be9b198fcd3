package kr.dochak.console.board;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import kr.dochak.care.Cases;
import kr.dochak.insight.Counters;
import kr.dochak.insight.StageLead;
import kr.dochak.messaging.Messages;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.promise.Promises;
import kr.dochak.promise.accuracy.Accuracy;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import kr.dochak.time.TimedCache;
import kr.dochak.time.WorldClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the board, at most once a second for each mall however many look at it. */
@Component
class Boards {

    private static final int MOST_HANDS = 8;
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Promises promises;
    private final Counters counters;
    private final Messages messages;
    private final Cases cases;
    private final Accuracy accuracy;
    private final List<BoardLines> lines;
    private final WorldClock clock;
    private final Cache<MallId, Board> made = TimedCache.lasting(FRESH, InstantSource.system());

    Boards(
            Promises promises,
            Counters counters,
            Messages messages,
            Cases cases,
            Accuracy accuracy,
            ObjectProvider<BoardLines> lines,
            WorldClock clock) {
        this.lines = lines.orderedStream().toList();
        this.promises = promises;
        this.counters = counters;
        this.messages = messages;
        this.cases = cases;
        this.accuracy = accuracy;
        this.clock = clock;
    }

    /** The board of a mall, not older than a second of the wall. In a world whose time is driven it is always made anew. */
    Board of(MallId tenantId) {
        if (clock.mode() == WorldClock.Mode.DRIVEN) {
            return make(tenantId);
        }
        return made.get(tenantId, this::make);
    }

    private Board make(MallId tenantId) {
        Instant now = clock.instant();
        LocalDate today = Seoul.dateOf(now);
        BoardRanking.Ranked hands = BoardRanking.ranked(lines(tenantId), MOST_HANDS);
        List<StageLead> leads = counters.leads(tenantId, today);
        return new Board(
                now,
                promises.figures(tenantId),
                counters.keptOn(tenantId, today.minusDays(1)).orElse(null),
                hands.first(),
                hands.rest(),
                leads.isEmpty() ? counters.leads(tenantId, today.minusDays(1)) : leads,
                !leads.isEmpty(),
                messages.deliveryFigures(tenantId),
                messages.timings(tenantId),
                cases.figures(tenantId),
                accuracy.drifts(tenantId));
    }

    private List<BoardLine> lines(MallId tenantId) {
        return lines.stream()
                .flatMap(each -> each.of(tenantId, MOST_HANDS).stream())
                .toList();
    }
}
