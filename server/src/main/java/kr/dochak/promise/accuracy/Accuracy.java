package kr.dochak.promise.accuracy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How well windows hold, and what could be learned from it: the one bean of this package that others call (PRM-2). */
@Component
public class Accuracy {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final int LANE_DAYS = 28;

    private final AccuracyQuery figures;
    private final DwellQuery dwells;
    private final WorstQuery worst;
    private final PastQuery past;
    private final DriftRepository drifts;
    private final WarningQuery warnings;
    private final InstantSource clock;

    Accuracy(
            AccuracyQuery figures,
            DwellQuery dwells,
            WorstQuery worst,
            PastQuery past,
            DriftRepository drifts,
            WarningQuery warnings,
            InstantSource clock) {
        this.figures = figures;
        this.dwells = dwells;
        this.worst = worst;
        this.past = past;
        this.drifts = drifts;
        this.warnings = warnings;
        this.clock = clock;
    }

    /** The last weeks of a mall by carrier, the oldest first; the running one until yesterday. */
    public List<WeekCoverage> weeks(MallId tenantId, JudgedWindow stage, int weeks) {
        LocalDate today = today();
        LocalDate monday = today.with(java.time.DayOfWeek.MONDAY);
        return figures.weeks(tenantId, stage, monday.minusWeeks(weeks - 1L), today);
    }

    /**
     * The lanes of a mall in the last four weeks, the busiest first.
     *
     * @param carrier null for any; {@code search} a part of {@code 인천→서울}, or null
     */
    public Keyset<LaneCoverage> lanes(
            MallId tenantId,
            JudgedWindow stage,
            @Nullable CarrierId carrier,
            @Nullable String search,
            @Nullable String cursor,
            int limit) {
        LocalDate today = today();
        return figures.lanes(tenantId, stage, carrier, search, today.minusDays(LANE_DAYS), today, cursor, limit);
    }

    /** How long lanes take from each stage on, the busiest first; learned from the deliveries of all malls. */
    public Keyset<LaneDwell> dwells(
            @Nullable CarrierId carrier, @Nullable String search, @Nullable String cursor, int limit) {
        return dwells.lanes(carrier, search, cursor, limit);
    }

    /** Where the windows of a day held worst, by what was lost. */
    public List<WorstGroup> worst(MallId tenantId, LocalDate day, int most) {
        return worst.of(tenantId, day, most);
    }

    /** The alarms of a mall that are open now. */
    public List<DriftAlarm> drifts(MallId tenantId) {
        return drifts.openOf(tenantId);
    }

    /** How many delays of the last thirty days had been foreseen, how early, and how many warnings were wrong. */
    public Warnings warnings(MallId tenantId) {
        Instant now = clock.instant();
        return warnings.of(tenantId, now.minus(MONTH), now);
    }

    /** What was promised for the last thirty days and has come or should have; at most so many, evenly taken. */
    public PastOrders lastMonth(MallId tenantId, int most) {
        Instant now = clock.instant();
        return past.orders(tenantId, now.minus(MONTH), now, most);
    }

    private LocalDate today() {
        return Seoul.dateOf(clock.instant());
    }
}
