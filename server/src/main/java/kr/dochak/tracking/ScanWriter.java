package kr.dochak.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one writer of this process. It takes what waits, at most {@value #MOST_SCANS}, commits it in one transaction and answers
 * all of it: group commit without waiting for company. One writer, since two only make smaller batches on two cores.
 */
@Component
class ScanWriter implements ScanIntake, SmartLifecycle {

    static final int MOST_SCANS = 2_000;
    private static final int MOST_WAITING_REQUESTS = 20_000;
    private static final Logger log = LoggerFactory.getLogger(ScanWriter.class);

    /** Scans that are answered together. */
    private record Waiting(List<Scan> scans, CompletableFuture<ScanReceipt> answer) {}

    private final ScanBatch batch;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING_REQUESTS);
    private volatile @Nullable Thread thread;

    ScanWriter(ScanBatch batch) {
        this.batch = batch;
    }

    /** Completed after the commit; fails with {@link TooManyScans} when the queue is full. */
    @Override
    public CompletableFuture<ScanReceipt> submit(List<Scan> scans) {
        Waiting waiting = new Waiting(scans, new CompletableFuture<>());
        if (thread == null || !queue.offer(waiting)) {
            waiting.answer.completeExceptionally(new TooManyScans());
        }
        return waiting.answer;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    write(companyOf(first));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<Waiting> companyOf(Waiting first) {
        List<Waiting> taken = new ArrayList<>();
        taken.add(first);
        int scans = first.scans.size();
        while (scans < MOST_SCANS) {
            Waiting next = queue.peek();
            if (next == null || scans + next.scans.size() > MOST_SCANS) {
                break;
            }
            taken.add(queue.remove());
            scans += next.scans.size();
        }
        return taken;
    }

    /** A batch that fails is tried request by request, so that a poisoned request fails alone. */
    private void write(List<Waiting> requests) {
        try {
            List<List<Scan>> scans = requests.stream().map(Waiting::scans).toList();
            List<ScanReceipt> receipts = batch.apply(scans);
            for (int i = 0; i < requests.size(); i++) {
                requests.get(i).answer.complete(receipts.get(i));
            }
        } catch (RuntimeException | Error e) { // an error that ended this thread would leave every caller waiting
            if (requests.size() == 1) {
                log.warn("{} scans were not taken", requests.getFirst().scans.size(), e);
                requests.getFirst().answer.completeExceptionally(e);
                return;
            }
            requests.forEach(request -> write(List.of(request)));
        }
    }

    @Override
    public void start() {
        Thread writer = Thread.ofPlatform().name("scan-writer").unstarted(this::run);
        thread = writer;
        writer.start();
    }

    @Override
    public void stop() {
        Thread writer = thread;
        thread = null;
        if (writer != null) {
            try {
                writer.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        queue.forEach(waiting -> waiting.answer.completeExceptionally(new TooManyScans()));
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** More scans wait than can be kept, or the server is stopping; nothing was taken, so send them again. */
    static final class TooManyScans extends RuntimeException {}
}
