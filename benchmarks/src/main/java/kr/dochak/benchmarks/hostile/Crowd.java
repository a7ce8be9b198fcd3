package kr.dochak.benchmarks.hostile;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Everybody who is at the door at once, each in a thread of their own. */
final class Crowd implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 40;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    void begin(Runnable coming) {
        try {
            threads.execute(coming);
        } catch (RejectedExecutionException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for those who are still being served, but not for ever. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
