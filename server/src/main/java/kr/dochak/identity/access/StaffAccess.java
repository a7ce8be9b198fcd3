package kr.dochak.identity.access;

import java.time.Instant;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One look of staff as leads read it.
 *
 * @param personId at whom; null when a search found nobody
 * @param refused whether it was one too many within the hour, and nothing was shown
 */
public record StaffAccess(long id, @Nullable PersonId personId, boolean refused, Access access) {

    /** Who wanted to see more people within an hour than the limit: how often, and since when. */
    public record Refused(String staffName, int times, Instant since) {}
}
