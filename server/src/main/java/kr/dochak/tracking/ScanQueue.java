package kr.dochak.tracking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Requests of scans that wait for a writer, in order of arrival; closed, it takes no more and gives up what it has. */
final class ScanQueue {

    /** Scans that are answered together. */
    record Waiting(List<Scan> scans, CompletableFuture<ScanReceipt> answer) {}

    private final int mostRequests;
    private final int mostScans;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final ArrayDeque<Waiting> requests = new ArrayDeque<>();
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
            grown.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until so many scans are there and gives what waits, up to a batch; nothing once the queue is closed. */
    List<Waiting> take(int atLeast) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (open && (requests.isEmpty() || scans < atLeast)) {
                grown.await();
            }
            return open ? batch() : List.of();
        } finally {
            lock.unlock();
        }
    }

    private List<Waiting> batch() {
        List<Waiting> batch = new ArrayList<>();
        int taken = 0;
        while (!requests.isEmpty()
                && (batch.isEmpty() || taken + requests.element().scans.size() <= mostScans)) {
            Waiting next = requests.remove();
            batch.add(next);
            taken += next.scans.size();
        }
        scans -= taken;
        return batch;
    }

    /** No more is taken in or given; answers what nobody will write any more. */
    List<Waiting> close() {
        lock.lock();
        try {
            open = false;
            List<Waiting> left = new ArrayList<>(requests);
            requests.clear();
            scans = 0;
            grown.signalAll();
            return left;
        } finally {
            lock.unlock();
        }
    }
}
