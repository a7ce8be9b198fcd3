package kr.dochak.benchmarks.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** One line that says how far it is, how fast, and until when. */
final class ProgressLine {

    private static final long EVERY_NANOS = Duration.ofMillis(500).toNanos();

    private final PrintStream out;
    private final long ordersInAll;
    private final long ordersBefore;
    private final int chunksBefore;
    private final int chunksInAll;
    private final long begun = System.nanoTime();
    private long shown;

    ProgressLine(PrintStream out, Tally before, long ordersInAll, int chunksInAll) {
        this.out = out;
        this.ordersInAll = ordersInAll;
        this.ordersBefore = before.orders();
        this.chunksBefore = before.chunks();
        this.chunksInAll = chunksInAll;
    }

    void show(Tally tally, Instant world) {
        long now = System.nanoTime();
        boolean last = tally.chunks() == chunksInAll;
        if (now - shown < EVERY_NANOS && !last) {
            return;
        }
        shown = now;
        double seconds = (now - begun) / 1e9;
        double share = (double) (tally.chunks() - chunksBefore) / Math.max(1, chunksInAll - chunksBefore);
        String line = "%s  %,d of %,d orders  %,d scans  %.0f orders/s  %s to go"
                .formatted(
                        world.toString().substring(0, 16),
                        tally.orders(),
                        ordersInAll,
                        tally.scans(),
                        (tally.orders() - ordersBefore) / seconds,
                        time(share == 0 ? 0 : seconds / share - seconds));
        out.print("\r\u001b[K" + line + (last ? System.lineSeparator() : ""));
        out.flush();
    }

    private static String time(double seconds) {
        return "%d:%02d".formatted((long) seconds / 60, (long) seconds % 60);
    }
}
