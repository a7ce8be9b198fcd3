package kr.dochak.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import kr.dochak.shared.Seoul;

/**
 * Some carriers know of what happened at the door only the day, and write its midnight (TRK-2): a parcel would have come before
 * it left. Such a scan counts at the end of its day, or now while the day lasts, so a late parcel never looks kept.
 */
public final class OnlyDay {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** Nobody rings at midnight; machines of hubs do sort then, so their scans keep their time. */
    private static final Set<ShipmentStatus> AT_THE_DOOR = Set.of(
            ShipmentStatus.OUT_FOR_DELIVERY,
            ShipmentStatus.DELIVERED,
            ShipmentStatus.ATTEMPT_FAIL,
            ShipmentStatus.AVAILABLE_FOR_PICKUP,
            ShipmentStatus.RETURNED);

    private OnlyDay() {}

    /** The scan at the time it counts; told twice of one day it is one scan, so the day and place become its id. */
    public static Scan counted(Scan scan, Instant now) {
        if (!isOnlyDay(scan.status(), scan.occurredAt())) {
            return scan;
        }
        LocalDate day = Seoul.dateOf(scan.occurredAt());
        Instant end = day.atTime(LAST_SECOND).atZone(Seoul.ZONE).toInstant();
        Instant known = now.isBefore(scan.occurredAt()) ? scan.occurredAt() : now;
        return new Scan(
                scan.callerTenant(),
                scan.carrier(),
                scan.trackingNumber(),
                scan.status(),
                scan.reason(),
                (known.isBefore(end) ? known : end).truncatedTo(ChronoUnit.SECONDS),
                scan.place(),
                scan.text(),
                scan.eventId() == null ? "day:" + day + ":" + scan.status() + ":" + scan.place() : scan.eventId());
    }

    /** Whether what was reported is what was counted then. */
    public static boolean isSame(Instant counted, ShipmentStatus status, Instant reported) {
        return counted.equals(reported)
                || (isOnlyDay(status, reported) && Seoul.dateOf(counted).equals(Seoul.dateOf(reported)));
    }

    private static boolean isOnlyDay(ShipmentStatus status, Instant at) {
        return AT_THE_DOOR.contains(status) && Seoul.timeOf(at).equals(LocalTime.MIDNIGHT);
    }
}
