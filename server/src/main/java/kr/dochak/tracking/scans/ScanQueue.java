package kr.dochak.tracking.scans;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReceipt;
import kr.dochak.tracking.ShipmentKey;

/**
 * Requests of scans that wait for a writer; closed, it takes no more and gives up what it has. Scans of a parcel are given
 * in order of arrival and to one writer at a time, so what a writer reads is not about to change, and the database need
 * not lock what it only reads.
 */
final class ScanQueue {

    /** Scans that are answered together. */
    static final class Waiting {

        private final List<Scan> scans;
        private final Set<ShipmentKey> parcels;
        private final CompletableFuture<ScanReceipt> answer = new CompletableFuture<>();

        Waiting(List<Scan> scans) {
            this.scans = scans;
            this.parcels = scans.stream().map(ShipmentKey::of).collect(Collectors.toUnmodifiableSet());
        }

        List<Scan> scans() {
            return scans;
        }

        CompletableFuture<ScanReceipt> answer() {
            return answer;
        }
    }

    private final int mostRequests;
    private final int mostScans;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Waiting> requests = new ArrayDeque<>();
    private final Set<ShipmentKey> inHand = new HashSet<>();
    private int scans;
    private boolean open;

    /** @param mostScans that are given at once, unless one request alone has more */
    ScanQueue(int mostRequests, int mostScans) {
        this.mostRequests = mostRequests;
        this.mostScans = mostScans;
    }

    void open() {
        lock.lock();
        try {
            open = true;
        } finally {
            lock.unlock();
        }
    }

    /** False when it is full or closed. */
    boolean offer(Waiting request) {
        lock.lock();
        try {
            if (!open || requests.size() >= mostRequests) {
                return false;
            }
            requests.add(request);
            scans += request.scans.size();
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until so many scans are there and gives what may be written now, up to a batch; nothing once the queue is closed.
     * Its parcels are in the caller's hand until they are {@link #written}.
     */
    List<Waiting> take(int atLeast) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            List<Waiting> batch = scans < atLeast ? List.of() : batch();
            while (open && batch.isEmpty()) {
                changed.await();
                batch = scans < atLeast ? List.of() : batch();
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private List<Waiting> batch() {
        List<Waiting> batch = new ArrayList<>();
        Set<ShipmentKey> later = new HashSet<>();
        int taken = 0;
        int passed = 0;
        Iterator<Waiting> inOrder = requests.iterator();
        while (inOrder.hasNext()
                && passed < mostScans) { // whoever looks past more than a batch keeps others from the lock
            Waiting next = inOrder.next();
            if (!batch.isEmpty() && taken + next.scans.size() > mostScans) {
                break;
            }
            if (sharesAny(next, inHand) || sharesAny(next, later)) {
                later.addAll(next.parcels);
                passed += next.scans.size();
                continue;
            }
            inOrder.remove();
            batch.add(next);
            taken += next.scans.size();
        }
        batch.forEach(request -> inHand.addAll(request.parcels));
        scans -= taken;
        return batch;
    }

    private static boolean sharesAny(Waiting request, Set<ShipmentKey> parcels) {
        return !parcels.isEmpty() && !Collections.disjoint(parcels, request.parcels);
    }

    /** What was given is written, or will never be; whoever waits for its parcels may have them. */
    void written(Collection<Waiting> batch) {
        lock.lock();
        try {
            batch.forEach(request -> request.parcels.forEach(inHand::remove));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** No more is taken in or given; answers what nobody will write any more. */
    List<Waiting> close() {
        lock.lock();
        try {
            open = false;
            List<Waiting> left = new ArrayList<>(requests);
            requests.clear();
            scans = 0;
            changed.signalAll();
            return left;
        } finally {
            lock.unlock();
        }
    }
}
