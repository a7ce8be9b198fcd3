package kr.dochak.benchmarks.hostile;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Moments at a steady rate until an end, in nanoseconds of this machine; the first is somewhere in the first stretch. */
final class Pacing {

    private final long between;
    private final long end;
    private long next;

    Pacing(double perSecond, long end) {
        this.between = (long) (1e9 / perSecond);
        this.end = end;
        this.next = System.nanoTime() + ThreadLocalRandom.current().nextLong(between);
    }

    /** Waits for the next moment; the moment, or -1 when the end comes before it. */
    long await() {
        long due = next;
        next += between;
        if (due >= end) {
            return -1;
        }
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }
}
