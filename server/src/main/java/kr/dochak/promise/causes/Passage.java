package kr.dochak.promise.causes;

import java.time.Instant;
import kr.dochak.promise.causes.LostTime.Part;
import kr.dochak.tracking.ScanReason;
import org.jspecify.annotations.Nullable;

/**
 * A part of one parcel's way, between two of its scans.
 *
 * @param until null while it lasts
 * @param reason what the carrier gave as the reason, or null
 */
record Passage(
        Part part,
        String place,
        String toward,
        Instant from,
        @Nullable Instant until,
        @Nullable ScanReason reason) {}
