package kr.dochak.promise;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import kr.dochak.identity.ApiCaller;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Promises", description = "도착 약속")
class PromiseController {

    record PromiseAnswer(PromiseView promise, List<WindowShown> ledger) {}

    record PromisesAnswer(List<PromiseAnswer> promises) {}

    private final Promises promises;
    private final Orders orders;

    PromiseController(Promises promises, Orders orders) {
        this.promises = promises;
        this.orders = orders;
    }

    @Operation(summary = "The promises of an order, each with every window that was ever shown")
    @GetMapping("/api/v1/orders/{orderNo}/promise")
    PromisesAnswer ofOrder(@AuthenticationPrincipal ApiCaller caller, @PathVariable String orderNo) {
        OrderId orderId = orders.byNumber(caller.tenantId(), orderNo)
                .map(OrderSummary::orderId)
                .orElseThrow(() -> Problem.notFound("shared.problem.no-order", orderNo));
        return new PromisesAnswer(promises.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of()).stream()
                .map(view -> new PromiseAnswer(view, promises.ledgerOf(view.promiseId())))
                .toList());
    }
}
