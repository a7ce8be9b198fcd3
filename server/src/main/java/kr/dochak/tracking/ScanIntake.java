package kr.dochak.tracking;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where scans go once they are checked: to this process's {@code ScanWriter}, or into a log. */
public interface ScanIntake {

    /** Completed when the scans are durable; fails with nothing answered for when they may not be. */
    CompletableFuture<ScanReceipt> submit(List<Scan> scans);
}
