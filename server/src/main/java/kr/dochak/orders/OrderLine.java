package kr.dochak.orders;

import org.jspecify.annotations.Nullable;

/** One line of an order (주문상품). Prices in won, for one piece. */
public record OrderLine(
        int line,
        String sku,
        String name,
        int quantity,
        long unitPrice,
        @Nullable String imageUrl) {}
