package kr.dochak.calendar;

import java.time.Instant;
import java.time.LocalDate;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * A day that somebody declared beside the table of holidays. It is withdrawn, never deleted.
 *
 * @param carrier only of {@link Scope#CARRIER}
 * @param mall only of {@link Scope#MALL}
 * @param open true where they work on a day on which they would rest
 * @param reason why it was declared, in the words of who did it
 * @param withdrawn null while it holds
 */
public record DeclaredDay(
        long id,
        LocalDate day,
        Scope scope,
        @Nullable CarrierId carrier,
        @Nullable MallId mall,
        boolean open,
        String name,
        String reason,
        Entry declared,
        @Nullable Entry withdrawn) {

    /** By which member of staff, and when. */
    public record Entry(long staffId, Instant at) {}

    /** Whether it counts. */
    public boolean holds() {
        return withdrawn == null;
    }
}
