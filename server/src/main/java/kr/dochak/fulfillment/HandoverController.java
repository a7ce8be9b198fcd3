package kr.dochak.fulfillment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import kr.dochak.fulfillment.Handover.Request;
import kr.dochak.identity.ApiCaller;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/shipments")
@Tag(name = "Shipments")
class HandoverController {

    private static final int MOST_SHIPMENTS = 1_000;

    record BatchRequest(@Nullable List<@Nullable Request> shipments) {}

    record BatchAnswer(List<Handover.Answer> results) {}

    private final Handover handover;

    HandoverController(Handover handover) {
        this.handover = handover;
    }

    @Operation(summary = "Registers a shipment with the orders it carries; again is harmless")
    @PostMapping
    Handover.Answer register(@AuthenticationPrincipal ApiCaller caller, @RequestBody Request request) {
        Handover.Answer answer =
                handover.register(caller.tenantId(), List.of(request)).getFirst();
        if (answer.errors() != null) {
            throw Problem.invalid(answer.errors());
        }
        return answer;
    }

    @Operation(summary = "Registers up to 1,000 shipments; each is answered on its own")
    @PostMapping("/batch")
    BatchAnswer registerAll(@AuthenticationPrincipal ApiCaller caller, @RequestBody BatchRequest request) {
        if (request.shipments() == null
                || request.shipments().isEmpty()
                || request.shipments().size() > MOST_SHIPMENTS) {
            throw Problem.invalid("shipments", "count", "배송은 1건에서 " + MOST_SHIPMENTS + "건까지 한 번에 보낼 수 있어요.");
        }
        return new BatchAnswer(handover.register(caller.tenantId(), request.shipments()));
    }
}
