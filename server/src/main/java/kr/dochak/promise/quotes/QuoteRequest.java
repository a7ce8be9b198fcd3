package kr.dochak.promise.quotes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shop asks before an order is placed; everything may be missing until {@link QuoteRules} has looked. */
record QuoteRequest(
        @Nullable Place shipFrom,
        @Nullable Place recipient,
        @Nullable List<@Nullable Method> methods) {

    /** A five-digit postcode, or the area's short name ({@code 인천}). */
    record Place(@Nullable String postcode, @Nullable String area) {}

    /** A way of delivery: {@code id} is the shop's own name for it. */
    record Method(@Nullable String id, @Nullable String carrier) {}

    /** Many of them, at most {@link QuoteRules#MOST_AT_ONCE}. */
    record Batch(@Nullable List<@Nullable QuoteRequest> quotes) {}
}
