package kr.dochak.orders;

import java.util.List;

/** Everything about one order that this module knows, without personal data. */
public record OrderDetail(
        OrderSummary summary,
        List<OrderLine> lines,
        OrderAmounts amounts,
        String paymentMethod,
        String source,
        List<OrderRevision> revisions) {}
