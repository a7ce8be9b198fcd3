package kr.dochak.limits;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A row in which addresses wait for one of so many turns. Those who ask again and again take turns with one another, and who
 * has not been here for a round goes before them (start-time fair queueing): a rush makes those wait who rush.
 */
final class Row {

    /** Addresses are cheap: of more than these their rounds are forgotten, and all begin anew. */
    static final int MOST_KNOWN = 20_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Place> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Place::round).thenComparingLong(Place::arrival));
    /** The round of each address's next turn; forgotten when nobody waits, and when they are too many. */
    private final Map<String, Long> next = new HashMap<>();

    private int free;
    private int taken;
    private long round;
    private long arrivals;

    Row(int turns) {
        this.free = turns;
    }

    private static final class Place {

        private final long round;
        private final long arrival;
        private final Condition called;
        private boolean mine;

        private Place(long round, long arrival, Condition called) {
            this.round = round;
            this.arrival = arrival;
            this.called = called;
        }

        private long round() {
            return round;
        }

        private long arrival() {
            return arrival;
        }
    }

    /** Waits for a turn, which must be given back by {@link #leave}; false when it did not come in time. */
    boolean take(String address, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        Place place = place(address);
        try {
            waiting.add(place);
            callNext();
            for (long left = patience.toNanos(); !place.mine; ) {
                if (left <= 0) {
                    return false;
                }
                left = place.called.awaitNanos(left);
            }
            return true;
        } finally {
            if (!place.mine) {
                giveUp(address, place);
            }
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            free++;
            taken--;
            callNext();
            if (taken == 0 && waiting.isEmpty()) {
                next.clear();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Of how many addresses the round of their next turn is known. */
    int known() {
        lock.lock();
        try {
            return next.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait now. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private Place place(String address) {
        Long own = next.get(address);
        long at = own == null || own + 1 < round ? round - 1 : Math.max(own, round);
        if (next.size() >= MOST_KNOWN) {
            next.clear();
        }
        next.put(address, Math.max(at, round) + 1);
        return new Place(at, arrivals++, lock.newCondition());
    }

    private void giveUp(String address, Place place) {
        waiting.remove(place);
        next.computeIfPresent(address, (unused, after) -> after - 1);
    }

    private void callNext() {
        while (free > 0 && !waiting.isEmpty()) {
            Place first = waiting.remove();
            round = Math.max(round, first.round);
            first.mine = true;
            free--;
            taken++;
            first.called.signal();
        }
    }
}
