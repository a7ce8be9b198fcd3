package kr.dochak.console.orders;

import java.util.List;
import kr.dochak.orders.OrderSummary;
import kr.dochak.promise.PromiseView;

/** One order in the list; the customer's name is masked. */
public record OrderRow(OrderSummary order, String customer, List<PromiseView> promises) {}
