package kr.dochak.simulator.world;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** What will happen, earliest first; things of the same moment in the order they were planned. */
public final class Agenda {

    private final Queue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private LocalDateTime now;
    private long numbers;

    private record Entry(LocalDateTime at, long number, Runnable happening) {}

    public Agenda(LocalDateTime start) {
        this.now = start;
    }

    public LocalDateTime now() {
        return now;
    }

    public void at(LocalDateTime moment, Runnable happening) {
        entries.add(new Entry(moment, numbers++, happening));
    }

    /** Time never runs backwards, whatever the server's clock says. */
    public void runUntil(LocalDateTime moment) {
        for (Entry next = entries.peek(); next != null && !next.at().isAfter(moment); next = entries.peek()) {
            entries.remove();
            passTo(next.at());
            next.happening().run();
        }
        passTo(moment);
    }

    private void passTo(LocalDateTime moment) {
        now = moment.isAfter(now) ? moment : now;
    }
}
