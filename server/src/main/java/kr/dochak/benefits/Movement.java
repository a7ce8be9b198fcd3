package kr.dochak.benefits;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/**
 * One change of what a person has (BEN-5).
 *
 * @param benefitId the point grant or coupon that moved
 * @param amount the points; for a coupon its highest discount, or when used what it took off
 */
public record Movement(
        Kind kind,
        Unit unit,
        long tenantId,
        long personId,
        long benefitId,
        Won amount,
        @Nullable Long orderId,
        Warrant warrant,
        Instant at) {

    public Movement {
        // the database keeps microseconds; what is hashed must be what is kept
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** What happened. */
    public enum Kind {
        ISSUE,
        USE,
        EXPIRE,
        REVOKE
    }

    /** What it happened to. */
    public enum Unit {
        POINTS,
        COUPON
    }
}
