package kr.dochak.simulation;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Makes transactions fail at random: right before their commit, so that nothing of them is left, or right after it, so that
 * all of it is there although nobody heard so. The registry's own book-keeping is spared, since a process that dies there
 * starts again with everything resubmitted.
 */
final class Crashes implements TransactionExecutionListener {

    /** A transaction that was made to fail. */
    static final class Crash extends RuntimeException {

        Crash(String when) {
            super("crash " + when + " commit", null, false, false);
        }
    }

    private Random random = new Random(0);
    private double rate;
    private int count;

    synchronized void begin(long seed, double perTransaction) {
        random = new Random(seed);
        rate = perTransaction;
    }

    synchronized int end() {
        rate = 0;
        int crashed = count;
        count = 0;
        return crashed;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        crash(transaction, "before");
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null) {
            crash(transaction, "after");
        }
    }

    private synchronized void crash(TransactionExecution transaction, String when) {
        if (rate == 0 || transaction.getTransactionName().startsWith("org.springframework.modulith")) {
            return;
        }
        if (random.nextDouble() < rate) {
            count++;
            throw new Crash(when);
        }
    }
}
