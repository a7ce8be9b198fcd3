package kr.dochak.promise.causes;

import java.time.Duration;
import kr.dochak.promise.PromiseFact.DelayCause;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a way cost.
 *
 * @param lost beyond what half of the others need there at that hour; zero for what nine of ten need as well
 * @param over the same without regard to what nine of ten need
 * @param usual or null where nobody has learned it
 * @param door whether parcels leave the place with a driver
 * @param area the cause that a warning is which stood there meanwhile, with its province as the place; null where none did
 */
record Spent(
        Passage passage,
        Duration lost,
        Duration over,
        @Nullable Duration usual,
        boolean door,
        @Nullable Stood area) {

    /** A warning that stood where a parcel was held up. */
    record Stood(DelayCause cause, String province) {}
}
