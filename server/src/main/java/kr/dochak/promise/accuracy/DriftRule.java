package kr.dochak.promise.accuracy;

/**
 * When windows have drifted: the share that held in seven days lies further from eight of ten than chance would bring
 * it. An alarm ends only well inside, so that it does not come and go.
 */
public final class DriftRule {

    /** What is watched: everything a mall sends, one carrier of it, or one lane. */
    public enum Kind {
        ALL(100, .75, .86),
        CARRIER(200, .70, .90),
        LANE(200, .70, .90);

        private final long enough;
        private final double least;
        private final double most;

        Kind(long enough, double least, double most) {
            this.enough = enough;
            this.least = least;
            this.most = most;
        }
    }

    /** What becomes of an alarm. */
    public enum Verdict {
        RAISE,
        KEEP,
        CLEAR,
        NOTHING
    }

    /** How far inside the limits it must be to end. */
    private static final double INSIDE = .02;

    private DriftRule() {}

    /** @param week of the group's deliveries of seven days; {@code open} whether it has an alarm already */
    static Verdict judge(Kind kind, Coverage week, boolean open) {
        double coverage = week.coverage();
        if (!open) {
            boolean outside = coverage < kind.least || coverage > kind.most;
            return week.judged() >= kind.enough && outside ? Verdict.RAISE : Verdict.NOTHING;
        }
        if (week.judged() < kind.enough / 4) {
            return Verdict.CLEAR; // hardly anything travels there any more
        }
        boolean inside = coverage >= kind.least + INSIDE && coverage <= kind.most - INSIDE;
        return inside ? Verdict.CLEAR : Verdict.KEEP;
    }
}
