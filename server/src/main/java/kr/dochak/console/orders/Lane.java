package kr.dochak.console.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.dochak.console.TraceAxis;
import kr.dochak.pages.Tone;

/** One kind of thing that happened, on the axis of the trace. */
public record Lane(String key, List<Spot> spots) {

    private static final double ROOM = 1.9;

    /** A moment to be drawn: what it was, the row it leads to. */
    record Moment(Instant at, String label, String href, Tone tone) {}

    /** A drawn mark; several moments without room between them are one. */
    public record Spot(String x, String label, String href, Tone tone, int count) {}

    static Lane of(String key, List<Moment> moments, TraceAxis axis) {
        List<Spot> spots = new ArrayList<>();
        double last = -100;
        for (Moment moment :
                moments.stream().sorted(Comparator.comparing(Moment::at)).toList()) {
            double x = Math.clamp(axis.at(moment.at()), 0, 100);
            if (x - last < ROOM && !spots.isEmpty()) {
                Spot before = spots.removeLast();
                spots.add(new Spot(
                        before.x(),
                        before.label() + ", " + moment.label(),
                        before.href(),
                        moment.tone() == Tone.NEUTRAL ? before.tone() : moment.tone(),
                        before.count() + 1));
            } else {
                spots.add(new Spot("%.2f%%".formatted(x), moment.label(), moment.href(), moment.tone(), 1));
                last = x;
            }
        }
        return new Lane(key, spots);
    }
}
