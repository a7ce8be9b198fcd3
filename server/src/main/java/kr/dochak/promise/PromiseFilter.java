package kr.dochak.promise;

import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.shared.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * Which promises a list shows; null means any.
 *
 * @param place where the time was lost, or where the parcel is if nothing shows that
 * @param situation the number of a situation that explains them
 */
public record PromiseFilter(
        @Nullable Show show,
        @Nullable CarrierId carrier,
        @Nullable String destination,
        @Nullable DelayCause cause,
        @Nullable DelayKind kind,
        @Nullable String place,
        @Nullable Long situation) {

    public static final PromiseFilter ALL = new PromiseFilter(null, null, null, null, null, null, null);

    /** The chips of the list. */
    public enum Show {
        OPEN,
        DELAYED,
        AT_RISK,
        SILENT,
        KEPT,
        MISSED
    }
}
