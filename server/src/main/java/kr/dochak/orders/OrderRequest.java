package kr.dochak.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import kr.dochak.api.JsonMoment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * An order as the API takes it; everything may be missing until {@link OrderRules} has looked.
 *
 * @param status an {@link OrderStatus} by name, PAID when nothing is said
 */
public record OrderRequest(
        @Nullable String orderNo,
        @JsonDeserialize(using = JsonMoment.class) @Nullable OffsetDateTime orderedAt,
        @JsonDeserialize(using = JsonMoment.class) @Nullable OffsetDateTime paidAt,
        @Nullable Customer customer,
        @Nullable To recipient,
        @Nullable List<@Nullable Item> items,
        @Nullable Amounts amounts,
        @Nullable List<@Nullable Discount> discounts,
        @Nullable Payment payment,
        @Nullable ShipFrom shipFrom,
        @Nullable String carrier,
        @Nullable Promised promise,
        @Nullable String status) {

    record Customer(
            @Nullable String id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String locale) {}

    record To(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String postcode,
            @Nullable String address1,
            @Nullable String address2,
            @Nullable String area,
            @Nullable Request request) {}

    record Request(@Nullable String place, @Nullable String note) {}

    record Item(
            @Nullable Integer line,
            @Nullable String sku,
            @Nullable String name,
            @Nullable Integer quantity,
            @Nullable Long unitPrice,
            @Nullable String imageUrl) {}

    record Amounts(
            @Nullable Long items,
            @Nullable Long shipping,
            @Nullable Long discount,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long points,

            @Nullable Long total) {}

    record Discount(@Nullable String reason, @Nullable Long amount) {}

    record Payment(@Nullable String method) {}

    record ShipFrom(@Nullable String centre, @Nullable String area) {}

    record Promised(
            @JsonDeserialize(using = JsonMoment.OrDay.class) @Nullable OffsetDateTime from,

            @JsonDeserialize(using = JsonMoment.OrEndOfDay.class) @Nullable OffsetDateTime to,

            @Nullable Boolean timed) {}
}
