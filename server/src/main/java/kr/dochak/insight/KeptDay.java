package kr.dochak.insight;

/** How the promises of one day ended, as far as they have ended. */
public record KeptDay(long kept, long missed) {

    /** The share that was kept, in per cent; 100 when none has ended. */
    public double percent() {
        return kept + missed == 0 ? 100 : 100.0 * kept / (kept + missed);
    }
}
