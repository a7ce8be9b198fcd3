package kr.dochak.care.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import kr.dochak.care.Tasks;
import kr.dochak.identity.ApiCaller;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
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

/** How a mall answers a customer's delivery request; the customer hears of it at once (DSP-6). */
@RestController
@RequestMapping("/api/v1/orders/{orderNo}/delivery-request")
@Tag(name = "Orders")
class DeliveryRequestController {

    private static final int LONGEST_REASON = 200;

    record Answer(@Nullable Boolean passedOn, @Nullable String reason) {}

    private final Tasks tasks;
    private final Orders orders;

    DeliveryRequestController(Tasks tasks, Orders orders) {
        this.tasks = tasks;
        this.orders = orders;
    }

    @Operation(summary = "Says whether the delivery request that waits was passed on to whoever carries the parcel")
    @PostMapping("/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@AuthenticationPrincipal ApiCaller caller, @PathVariable String orderNo, @RequestBody Answer answer) {
        if (answer.passedOn() == null) {
            throw Problem.invalid("passedOn", "missing", "care.problem.passed-on");
        }
        String reason = answer.reason() == null ? "" : answer.reason().strip();
        if (reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "too-long", "shared.problem.too-long", LONGEST_REASON);
        }
        OrderSummary order = orders.byNumber(caller.tenantId(), orderNo)
                .orElseThrow(() -> Problem.notFound("shared.problem.no-order", orderNo));
        TaskOutcome outcome = tasks.answeredByMall(caller.tenantId(), order.orderId(), answer.passedOn(), reason);
        if (outcome instanceof TaskOutcome.Unknown) {
            throw Problem.notFound("care.problem.no-request", orderNo);
        }
        if (outcome instanceof TaskOutcome.AlreadyEnded(Task ended)
                && ended.ending() != null
                && (ended.ending().outcome() == Task.Outcome.DONE) != answer.passedOn()) {
            throw Problem.conflict("request-ended", "care.problem.request-ended", orderNo);
        }
    }
}
