package kr.dochak.promise.learning;

import java.time.Instant;
import kr.dochak.promise.learning.features.Consignment;
import org.jspecify.annotations.Nullable;

/** Expects how long a delivery still takes, from what is known now (PRM-1, PRM-3). Answers in well under a millisecond. */
public interface WindowModel {

    /**
     * What is known of a delivery.
     *
     * @param handedOverAt null while the carrier does not have it
     */
    record Progress(Consignment consignment, @Nullable Instant handedOverAt) {}

    /** The time from now to the door. */
    Quantiles remaining(Progress known, Instant now);
}
