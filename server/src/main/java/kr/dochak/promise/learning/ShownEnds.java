package kr.dochak.promise.learning;

import java.time.Instant;
import kr.dochak.promise.learning.features.Consignment;

/**
 * What becomes of a window before a customer sees it: carriers deliver in the hours of their tours, so its ends are put into
 * these. Windows are judged by what was shown, since that is what must hold (PRM-2).
 */
@FunctionalInterface
public interface ShownEnds {

    /** Nothing: for carriers whose hours nobody knows. */
    ShownEnds AS_SAID = (consignment, from, isHandedOver, quantiles) -> quantiles;

    /**
     * The same window as it is shown, in the time that counts from the same moment ({@code OpenTime}).
     *
     * @param isHandedOver whether it was told at the hand-over, instead of the order
     */
    Quantiles of(Consignment consignment, Instant from, boolean isHandedOver, Quantiles quantiles);
}
