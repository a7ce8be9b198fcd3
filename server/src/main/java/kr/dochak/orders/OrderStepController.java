package kr.dochak.orders;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import kr.dochak.identity.ApiCaller;
import kr.dochak.orders.OrderFact.PreparationStep;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/orders/{orderNo}")
@Tag(name = "Orders")
class OrderStepController {

    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final Duration OLDEST = Duration.ofDays(400);

    record Cancellation(@Nullable String reason) {}

    record Payment(@Nullable OffsetDateTime paidAt) {}

    record Preparation(
            @Nullable PreparationStep step, @Nullable OffsetDateTime at) {}

    private final Orders orders;
    private final InstantSource clock;

    OrderStepController(Orders orders, InstantSource clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Operation(summary = "Cancels an order; again is harmless")
    @PostMapping("/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String orderNo,
            @RequestBody Cancellation cancellation) {
        String reason =
                cancellation.reason() == null ? "" : cancellation.reason().strip();
        if (reason.length() > 200) {
            throw Problem.invalid("reason", "too-long", "shared.problem.too-long", 200);
        }
        if (reason.codePoints().anyMatch(c -> c < 0x20 || (c >= 0xD800 && c <= 0xDFFF))) {
            throw Problem.invalid("reason", "control-character", "orders.problem.characters");
        }
        orders.cancel(known(caller, orderNo).orderId(), reason.isEmpty() ? "주문 취소" : reason, "mall");
    }

    @Operation(summary = "Says that an unpaid order was paid, now or then; again is harmless")
    @PostMapping("/payment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pay(@AuthenticationPrincipal ApiCaller caller, @PathVariable String orderNo, @RequestBody Payment payment) {
        OrderSummary order = known(caller, orderNo);
        if (!orders.pay(order.orderId(), moment("paidAt", payment.paidAt(), order), "mall")) {
            throw Problem.conflict("order-cancelled", "orders.problem.cancelled", orderNo);
        }
    }

    @Operation(summary = "Says that the warehouse began to pick, or has packed")
    @PostMapping("/preparation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prepare(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String orderNo,
            @RequestBody Preparation preparation) {
        if (preparation.step() == null) {
            throw Problem.invalid("step", "missing", "orders.problem.step");
        }
        OrderSummary order = known(caller, orderNo);
        switch (order.status()) {
            case CANCELLED -> throw Problem.conflict("order-cancelled", "orders.problem.cancelled", orderNo);
            case UNPAID -> throw Problem.conflict("order-unpaid", "orders.problem.unpaid", orderNo);
            case PAID -> prepared(order, preparation.step(), moment("at", preparation.at(), order));
        }
    }

    /** What is packed was picked before. A mall may leave a step out. */
    private void prepared(OrderSummary order, PreparationStep step, Instant at) {
        Instant picking = order.pickingAt();
        Instant packed = order.packedAt();
        boolean turned = step == PreparationStep.PACKED
                ? packed == null && picking != null && at.isBefore(picking)
                : picking == null && packed != null && at.isAfter(packed);
        if (turned) {
            throw Problem.invalid("at", "turned", "orders.problem.step-turned");
        }
        orders.prepared(order.orderId(), step, at);
    }

    /** When it happened, as the mall says; not before its time and not before anybody's. */
    private Instant moment(String field, @Nullable OffsetDateTime at, OrderSummary order) {
        Instant now = clock.instant();
        Instant moment = at == null ? now : at.toInstant();
        if (moment.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw Problem.invalid(field, "future", "shared.problem.future");
        }
        if (moment.isBefore(now.minus(OLDEST))) {
            throw Problem.invalid(field, "too-old", "shared.problem.too-old");
        }
        if (moment.isBefore(order.orderedAt().minus(CLOCKS_DIFFER))) {
            throw Problem.invalid(field, "before-order", "orders.problem.step-before-order");
        }
        return moment;
    }

    private OrderSummary known(ApiCaller caller, String orderNo) {
        return orders.byNumber(caller.tenantId(), orderNo).orElseThrow(() -> OrderController.unknown(orderNo));
    }
}
