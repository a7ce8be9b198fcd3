package kr.dochak.orders.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * One file of orders and what became of it.
 *
 * @param rows rows read so far
 * @param rejected orders not taken in; the reasons are the run's errors
 * @param cancelled orders that are cancelled at their source: those that were known were cancelled
 * @param waiting orders that are known and not paid, and those left alone since nobody decided yet on their cancellation
 * @param over orders that were delivered before: nothing of them is left to promise
 * @param unreachable orders that were taken in and whose customers no message reaches
 * @param unused headings that look like known ones, or like money or a state, and were not used
 * @param problem why the run stopped before the end of the file; else empty
 * @param seenAt when somebody of the staff said that they know of its errors
 */
public record ImportRun(
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
        int cancelled,
        int waiting,
        int over,
        int unreachable,
        List<String> unused,
        String problem,
        @JsonIgnore @Nullable Instant seenAt) {

    /** How far a run is. */
    public enum State {
        RUNNING,
        DONE,
        STOPPED
    }

    /** Whether staff should look: something was not taken in, or it stopped. */
    public boolean needsHands() {
        return rejected > 0 || state == State.STOPPED;
    }

    ImportCounts counts() {
        return new ImportCounts(rows, created, revised, unchanged, rejected, cancelled, waiting, over, unreachable);
    }
}
