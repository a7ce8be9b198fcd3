package kr.dochak.console.board;

import java.time.Instant;
import java.util.List;
import kr.dochak.care.record.CaseFigures;
import kr.dochak.insight.KeptDay;
import kr.dochak.insight.StageLead;
import kr.dochak.messaging.DeliveryFigures;
import kr.dochak.messaging.NoticeTiming;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.Tone;
import kr.dochak.promise.PromiseFigures;
import kr.dochak.promise.accuracy.DriftAlarm;
import org.jspecify.annotations.Nullable;

/**
 * Everything the live board shows of one mall (INS-1).
 *
 * @param hands what needs hands first, ranked
 * @param rest what needs hands after them, so that no alarm goes unseen
 * @param drifts groups whose windows do not hold
 * @param yesterday how yesterday's promises ended, or null when none did
 * @param leadsToday whether the leads are of today's deliveries, else yesterday's
 */
public record Board(
        Instant at,
        PromiseFigures promises,
        @Nullable KeptDay yesterday,
        List<BoardLine> hands,
        List<BoardLine> rest,
        List<StageLead> leads,
        boolean leadsToday,
        DeliveryFigures channels,
        List<NoticeTiming> timings,
        CaseFigures cases,
        List<DriftAlarm> drifts) {

    /** From so many per cent of promises that hold on, a day is a good one. */
    private static final double FINE = 98;

    /** From so many on it is one to watch; below, too many customers wait. */
    private static final double BEARABLE = 95;

    /** The share of today's promises that will hold, in per cent; rounded down, so that 100 means all. */
    public double holding() {
        long due = promises.dueToday();
        return due == 0 ? 100 : Math.floor(1000.0 * (due - promises.lostToday()) / due) / 10;
    }

    /** How today goes, as a colour. */
    public Tone tone() {
        return holding() >= FINE ? Tone.ON_TIME : holding() >= BEARABLE ? Tone.AT_RISK : Tone.LATE;
    }

    /** How many percentage points better than yesterday. */
    public double sinceYesterday() {
        return yesterday == null ? 0 : Math.round((holding() - yesterday.percent()) * 10) / 10.0;
    }

    /** A share of today's promises, as a width. */
    public String share(long part) {
        return promises.dueToday() == 0 ? "0%" : "%.2f%%".formatted(100.0 * part / promises.dueToday());
    }

    /** Where a length of a step is drawn on the axis all steps share. */
    public String along(java.time.Duration length) {
        long longest = leads.stream()
                .mapToLong(lead ->
                        Math.max(lead.slowest().toSeconds(), lead.target().toSeconds()))
                .max()
                .orElse(1);
        return "%.2f%%".formatted(Math.min(100, 100.0 * length.toSeconds() / Math.max(1, longest)));
    }
}
