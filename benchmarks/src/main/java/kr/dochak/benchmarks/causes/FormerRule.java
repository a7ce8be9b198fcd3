package kr.dochak.benchmarks.causes;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kr.dochak.benchmarks.causes.LatePromises.Said;
import org.jspecify.annotations.Nullable;

/**
 * The cause as it was told before lost time was looked for: by the carrier's reason, then by where the parcel stood when it was found
 * late, and never anew. The same world is scored by it too, for comparison.
 */
final class FormerRule {

    private FormerRule() {}

    /** A scan as it was known. */
    record Scanned(
            Instant occurredAt,
            Instant receivedAt,
            String status,
            @Nullable String reason,
            String place) {}

    /** @param packed whether the parcel had a label, or its order was packed */
    static Said cause(List<Scanned> scans, Instant found, boolean silent, boolean packed) {
        Scanned last = scans.stream()
                .filter(scan -> !scan.receivedAt().isAfter(found))
                .max(Comparator.comparing(Scanned::occurredAt))
                .orElse(null);
        if (last == null || last.status().equals("INFO_RECEIVED")) {
            return new Said(packed ? "HANDOVER" : "PICKING", last == null ? "" : last.place());
        }
        return new Said(of(last, silent), last.place());
    }

    private static String of(Scanned last, boolean silent) {
        if (last.reason() != null) {
            return switch (last.reason()) {
                case "HUB_BACKLOG", "MISSORTED" -> "HUB_BACKLOG";
                case "LINE_HAUL_DELAY", "CUSTOMS" -> "LINE_HAUL";
                case "ADDRESS_WRONG", "RECIPIENT_ABSENT", "REFUSED" -> "ADDRESS";
                default -> last.reason();
            };
        }
        if (silent) {
            return "CARRIER_DATA";
        }
        return switch (last.status()) {
            case "OUT_FOR_DELIVERY", "AVAILABLE_FOR_PICKUP" -> "LAST_MILE";
            case "ATTEMPT_FAIL" -> "ADDRESS";
            default -> isHub(last.place()) ? "HUB_BACKLOG" : "LINE_HAUL";
        };
    }

    private static boolean isHub(String place) {
        return place.toUpperCase(Locale.ROOT).contains("HUB")
                || place.contains("허브")
                || place.contains("집중국")
                || place.contains("터미널");
    }

    /** Absence and wrong sorting had no cause of their own; the one they stood under is not held against it. */
    static boolean isCause(Said said, Truth.Loss truth) {
        String wanted = switch (truth.cause()) {
            case "ABSENCE" -> "ADDRESS";
            case "MISSORTED" -> "HUB_BACKLOG";
            default -> truth.cause();
        };
        return said.cause().equals(wanted);
    }
}
