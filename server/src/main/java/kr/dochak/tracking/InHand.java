package kr.dochak.tracking;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The parcels whose scans this process is writing. A batch that shares one with another waits here until that one has
 * committed, so that what it reads is not about to change; the database need not lock what it only reads. All of a batch's
 * parcels are taken at once, so no two batches wait for each other.
 */
final class InHand {

    private final Lock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Set<ShipmentKey> parcels = new HashSet<>();

    /** Does something while nobody else in this process has any of these in hand. */
    <T> T alone(List<ShipmentKey> mine, Supplier<T> work) {
        take(mine);
        try {
            return work.get();
        } finally {
            free(mine);
        }
    }

    private void take(List<ShipmentKey> mine) {
        lock.lock();
        try {
            while (!Collections.disjoint(parcels, mine)) {
                freed.awaitUninterruptibly();
            }
            parcels.addAll(mine);
        } finally {
            lock.unlock();
        }
    }

    private void free(List<ShipmentKey> mine) {
        lock.lock();
        try {
            mine.forEach(parcels::remove);
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
