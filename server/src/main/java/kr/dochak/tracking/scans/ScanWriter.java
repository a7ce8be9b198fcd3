package kr.dochak.tracking.scans;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kr.dochak.tracking.LogIntake;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanIntake;
import kr.dochak.tracking.ScanReceipt;
import kr.dochak.tracking.scans.ScanQueue.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The writers of scans of this process: the first takes what waits, at most {@value #MOST_SCANS}, commits it in one
 * transaction and answers all of it, which is group commit without waiting for company. The second takes part only
 * where a good batch is left over, and two requests that share a parcel are written one after the other ({@link
 * ScanQueue}).
 */
@Component
public class ScanWriter implements ScanIntake, SmartLifecycle {

    static final int MOST_SCANS = LogIntake.MOST_SCANS;
    private static final int MOST_WAITING_REQUESTS = 20_000;

    /** From so many scans on, a batch pays for a transaction of its own; by writer. */
    private static final int[] WORTHWHILE = {1, 500};

    private static final Duration LAST_BATCH = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(ScanWriter.class);

    private final ScanBatch batch;
    private final ScanQueue queue = new ScanQueue(MOST_WAITING_REQUESTS, MOST_SCANS);
    private volatile List<Thread> writers = List.of();

    ScanWriter(ScanBatch batch) {
        this.batch = batch;
    }

    /** Completed after the commit; fails with {@link TooManyScans} when the queue is full. */
    @Override
    public CompletableFuture<ScanReceipt> submit(List<Scan> scans) {
        Waiting waiting = new Waiting(scans);
        if (!queue.offer(waiting)) {
            waiting.answer().completeExceptionally(new TooManyScans());
        }
        return waiting.answer();
    }

    private void run(int worthwhile) {
        try {
            for (List<Waiting> taken = queue.take(worthwhile); !taken.isEmpty(); taken = queue.take(worthwhile)) {
                try {
                    write(taken);
                } finally {
                    queue.written(taken);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A batch that fails is tried request by request, so that a poisoned request fails alone. */
    private void write(List<Waiting> requests) {
        try {
            List<List<Scan>> scans = requests.stream().map(Waiting::scans).toList();
            List<ScanReceipt> receipts = batch.apply(scans);
            for (int i = 0; i < requests.size(); i++) {
                requests.get(i).answer().complete(receipts.get(i));
            }
        } catch (RuntimeException | Error e) { // an error that ended this thread would leave every caller waiting
            if (requests.size() == 1) {
                log.warn("{} scans were not taken", requests.getFirst().scans().size(), e);
                requests.getFirst().answer().completeExceptionally(e);
                return;
            }
            requests.forEach(request -> write(List.of(request)));
        }
    }

    @Override
    public void start() {
        queue.open();
        writers = IntStream.range(0, WORTHWHILE.length)
                .mapToObj(
                        i -> Thread.ofPlatform().name("scan-writer-" + (i + 1)).start(() -> run(WORTHWHILE[i])))
                .toList();
    }

    @Override
    public void stop() {
        List<Thread> last = writers;
        writers = List.of();
        queue.close().forEach(waiting -> waiting.answer().completeExceptionally(new TooManyScans()));
        try {
            for (Thread writer : last) {
                writer.join(LAST_BATCH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !writers.isEmpty();
    }

    /** Before the first request and after the last: those that are answered while the server ends bring scans too. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1_024;
    }

    /** More scans wait than can be kept, or the server is stopping; nothing was taken, so send them again. */
    static final class TooManyScans extends RuntimeException {}
}
