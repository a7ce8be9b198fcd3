package kr.dochak.promise.accuracy;

import java.time.Instant;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.windows.DayChances.Way;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/**
 * An order of last month as it looked when it was promised, and when it came.
 *
 * @param window what was shown with the order
 * @param deliveredAt for one that is still under way, now: it comes later than that
 * @param cause why it was late, if it was found to be
 */
public record PastOrder(
        Way way,
        Instant confirmedAt,
        Window window,
        Instant deliveredAt,
        boolean arrived,
        @Nullable DelayCause cause,
        Won total) {}
