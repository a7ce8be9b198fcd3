package kr.dochak.orders;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    record Cancellation(@Nullable String reason) {}

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
            throw Problem.invalid("reason", "too-long", "200자까지 쓸 수 있어요.");
        }
        orders.cancel(known(caller, orderNo).orderId(), reason.isEmpty() ? "주문 취소" : reason, "mall");
    }

    @Operation(summary = "Says that the warehouse began to pick, or has packed")
    @PostMapping("/preparation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prepare(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String orderNo,
            @RequestBody Preparation preparation) {
        if (preparation.step() == null) {
            throw Problem.invalid("step", "missing", "PICKING이나 PACKED를 보내 주세요.");
        }
        orders.prepared(
                known(caller, orderNo).orderId(),
                preparation.step(),
                preparation.at() == null ? clock.instant() : preparation.at().toInstant());
    }

    private OrderSummary known(ApiCaller caller, String orderNo) {
        return orders.byNumber(caller.tenantId(), orderNo).orElseThrow(() -> OrderController.unknown(orderNo));
    }
}
