package kr.dochak.opening;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import kr.dochak.promise.past.PastDelivery;
import kr.dochak.shared.Area;
import kr.dochak.shared.Carrier;
import kr.dochak.sheets.SheetRow;
import org.jspecify.annotations.Nullable;

/** Reads one row of a file of past deliveries; what cannot be learned from is left out. */
final class PastRows {

    /** What took longer was lost, held or written down wrongly. */
    private static final Duration LONGEST = Duration.ofDays(60);

    private PastRows() {}

    static Optional<PastDelivery> read(SheetRow row, Instant now) {
        Instant ordered = moment(row, "orderedAt");
        Instant delivered = moment(row, "deliveredAt");
        Optional<String> area = area(row);
        Optional<Carrier> carrier = Carrier.written(text(row, "carrier")).filter(each -> !Carrier.isTrial(each.id()));
        if (!row.errors().isEmpty() || ordered == null || delivered == null || area.isEmpty() || carrier.isEmpty()) {
            return Optional.empty();
        }
        Instant handedOver = moment(row, "handedOverAt");
        boolean inOrder = !delivered.isBefore(handedOver == null ? ordered : handedOver)
                && (handedOver == null || !handedOver.isBefore(ordered));
        if (!inOrder
                || delivered.isAfter(now)
                || Duration.between(ordered, delivered).compareTo(LONGEST) > 0) {
            return Optional.empty();
        }
        String origin = text(row, "origin");
        return Optional.of(new PastDelivery(
                carrier.get().carrierId(),
                Area.ofKorea().contains(origin) ? origin : Area.UNKNOWN,
                area.get(),
                ordered,
                handedOver,
                delivered));
    }

    /** By the postcode, else by the short name of a province with which the text begins. */
    private static Optional<String> area(SheetRow row) {
        Optional<String> byPostcode = Area.ofPostcode(text(row, "postcode"));
        String written = text(row, "area");
        return byPostcode.isPresent()
                ? byPostcode
                : Area.ofKorea().stream()
                        .filter(area -> !area.endsWith(Area.ISLANDS))
                        .filter(written::startsWith)
                        .findFirst();
    }

    private static String text(SheetRow row, String field) {
        return String.valueOf(row.values().getOrDefault(field, "")).strip();
    }

    private static @Nullable Instant moment(SheetRow row, String field) {
        String text = text(row, field);
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
