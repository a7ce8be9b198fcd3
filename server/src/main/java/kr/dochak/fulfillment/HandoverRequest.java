package kr.dochak.fulfillment;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shipment as the API takes it. */
record HandoverRequest(
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable List<@Nullable OrderPart> orders,
        @Nullable OffsetDateTime registeredAt) {

    /** Which order, and which of its lines; no lines means all. */
    record OrderPart(@Nullable String orderNo, @Nullable List<@Nullable Integer> lines) {}

    /** The orders it names, whatever else they say. */
    List<@Nullable OrderPart> parts() {
        return orders == null ? List.of() : orders;
    }
}
