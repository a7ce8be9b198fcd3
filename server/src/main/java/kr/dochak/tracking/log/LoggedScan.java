package kr.dochak.tracking.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.PushedEvents;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A scan as it lies in the log: JSON that can be read with Kafka's own tools. A field more or less is a new version, since
 * whoever cannot read a record keeps it aside instead of guessing; so consumers are updated before producers.
 */
public final class LoggedScan {

    private static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final ObjectWriter WRITER = JSON.writerFor(Body.class);
    private static final ObjectReader READER = JSON.readerFor(Body.class);

    /** The fields of version 1; {@code at} is an ISO instant. */
    private record Body(
            int v,
            long tenant,
            CarrierId carrier,
            TrackingNumber number,
            ShipmentStatus status,
            @Nullable ScanReason reason,
            String at,
            String place,
            String text,
            @Nullable String eventId) {}

    /** A scan again, or why it is none. */
    sealed interface Read {
        record Good(Scan scan) implements Read {}

        record Unreadable(String why) implements Read {}
    }

    private LoggedScan() {}

    /** All scans of a shipment have one key, so they lie in one partition, in order, and one consumer has them. */
    public static byte[] key(Scan scan) {
        return (scan.carrier().value() + '/' + scan.trackingNumber()).getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] value(Scan scan) {
        return WRITER.writeValueAsBytes(new Body(
                VERSION,
                scan.callerTenant(),
                scan.carrier(),
                scan.trackingNumber(),
                scan.status(),
                scan.reason(),
                scan.occurredAt().toString(),
                scan.place(),
                scan.text(),
                scan.eventId()));
    }

    static Read read(byte[] value) {
        try {
            Body body = READER.readValue(value);
            return body == null || body.v != VERSION
                    ? new Read.Unreadable("version " + (body == null ? "none" : body.v))
                    : new Read.Good(scan(body));
        } catch (RuntimeException e) { // whatever is wrong with bytes from outside, they are kept as they are
            return new Read.Unreadable(e instanceof JacksonException json ? json.getOriginalMessage() : e.toString());
        }
    }

    /** A record of an earlier version may still name somebody. */
    private static Scan scan(Body body) {
        if (body.carrier.value().isEmpty() || body.number.value().isEmpty()) {
            throw new IllegalArgumentException("no number");
        }
        return PushedEvents.withoutPersons(new Scan(
                body.tenant,
                body.carrier,
                body.number,
                Objects.requireNonNull(body.status, "status"),
                body.reason,
                Instant.parse(body.at),
                Objects.requireNonNull(body.place, "place"),
                Objects.requireNonNull(body.text, "text"),
                body.eventId));
    }
}
