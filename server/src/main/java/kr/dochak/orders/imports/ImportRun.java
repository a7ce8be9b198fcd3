package kr.dochak.orders.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import kr.dochak.orders.IntakeResult;
import kr.dochak.shared.MallId;

/**
 * One file of orders and what became of it.
 *
 * @param rows rows read so far
 * @param rejected orders not taken in; the reasons are the run's errors
 * @param problem why the run stopped before the end of the file; else empty
 */
record ImportRun(
        long importId,
        @JsonIgnore MallId tenantId,
        String fileName,
        String mapping,
        Instant at,
        State state,
        int rows,
        int created,
        int revised,
        int unchanged,
        int rejected,
        String problem) {

    enum State {
        RUNNING,
        DONE,
        STOPPED
    }

    /** The run with more rows read. */
    ImportRun read(int more) {
        return with(rows + more, created, revised, unchanged, rejected);
    }

    /** The run with one more order taken in or not. */
    ImportRun count(IntakeResult result) {
        return switch (result) {
            case IntakeResult.Rejected bad -> with(rows, created, revised, unchanged, rejected + 1);
            case IntakeResult.Taken taken ->
                switch (taken.outcome()) {
                    case CREATED -> with(rows, created + 1, revised, unchanged, rejected);
                    case REVISED -> with(rows, created, revised + 1, unchanged, rejected);
                    case UNCHANGED, CANCELLED -> with(rows, created, revised, unchanged + 1, rejected);
                };
        };
    }

    ImportRun ended(State end, String why) {
        return new ImportRun(
                importId, tenantId, fileName, mapping, at, end, rows, created, revised, unchanged, rejected, why);
    }

    private ImportRun with(int rows, int created, int revised, int unchanged, int rejected) {
        return new ImportRun(
                importId, tenantId, fileName, mapping, at, state, rows, created, revised, unchanged, rejected, problem);
    }
}
