package kr.dochak.tracking;

import java.util.List;

/** Applies scans that come from a log, and with them how far the log is applied then: both in one transaction, or neither. */
public interface LogIntake {

    /** So many scans are one batch, from wherever they come. */
    int MOST_SCANS = 2_000;

    /** What a batch from the log must get done in its own transaction, before anything else of it. */
    @FunctionalInterface
    interface Mark {

        /** Marks everything up to here as applied; false when somebody else has done so already. */
        boolean move();
    }

    /** False when the mark could not be moved, and then nothing of it was written. */
    boolean apply(List<Scan> scans, Mark mark);
}
