package kr.dochak.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import kr.dochak.api.JsonMoment;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.Seoul;
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

    /** Where test orders come from, in their history. */
    public static final String TRIAL = "TRIAL";

    /**
     * An order that tries the whole way out (SET-2), as a mall would send it: it goes with {@link Carrier#TRIAL}, and so is in no figure.
     *
     * @param phone where its messages go; null where they should not
     * @param email the same
     */
    public static OrderRequest trial(
            String orderNo, Instant at, String name, @Nullable String phone, @Nullable String email, String language) {
        return new OrderRequest(
                orderNo,
                at.atZone(Seoul.ZONE).toOffsetDateTime(),
                null,
                new Customer("trial-" + orderNo, name, phone, email, language),
                new To(name, phone, "06236", "시험 주소 (보내지 않아요)", null, null, null),
                List.of(new Item(1, "TRIAL", "시험 상품", 1, 1_000L, null)),
                null,
                null,
                null,
                new ShipFrom(null, "경기"),
                Carrier.TRIAL.id(),
                null,
                null);
    }

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
