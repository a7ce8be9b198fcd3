package kr.dochak.webhooks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import kr.dochak.identity.ApiCaller;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Problem;
import kr.dochak.webhooks.SendOutcome.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/webhooks/{id}")
@Tag(name = "Webhooks")
class DeliveryController {

    private static final int PAGE = 100;

    record DeliveryAnswer(
            String eventId,
            long sequence,
            String type,
            Instant occurredAt,
            String state,
            int attempts,
            int replays,
            @Nullable Instant nextAt,
            @Nullable Instant triedAt,
            @Nullable Integer code,
            String answer) {

        static DeliveryAnswer of(Delivery delivery) {
            return new DeliveryAnswer(
                    delivery.eventId(),
                    delivery.sequence(),
                    delivery.type().code(),
                    delivery.occurredAt(),
                    delivery.state().name(),
                    delivery.attempts(),
                    delivery.replays(),
                    delivery.nextAt(),
                    delivery.triedAt(),
                    delivery.code(),
                    delivery.answer());
        }
    }

    record DeliveriesAnswer(
            List<DeliveryAnswer> deliveries, @Nullable String next) {}

    /** Either one event by its sequence, or everything recorded from a moment until another. */
    record ReplayRequest(
            @Nullable Long sequence,
            @Nullable Instant from,
            @Nullable Instant to) {}

    record ReplayAnswer(int events) {}

    record PingAnswer(long sequence) {}

    private final WebhookDeliveries deliveries;

    DeliveryController(WebhookDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Operation(summary = "What was sent to an endpoint, the newest first; narrowed by state")
    @GetMapping("/deliveries")
    DeliveriesAnswer list(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable long id,
            @RequestParam(required = false) Delivery.@Nullable State state,
            @RequestParam(required = false) @Nullable String after) {
        Keyset<Delivery> page = deliveries
                .list(WebhookController.mall(caller), id, state, after, PAGE)
                .orElseThrow(WebhookRefusals::unknown);
        return new DeliveriesAnswer(
                page.items().stream().map(DeliveryAnswer::of).toList(), page.next());
    }

    @Operation(summary = "Sends events again, each with the same id and the same bytes")
    @PostMapping("/replays")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplayAnswer replay(
            @AuthenticationPrincipal ApiCaller caller, @PathVariable long id, @RequestBody ReplayRequest request) {
        MallId mall = WebhookController.mall(caller);
        if (request.sequence() != null) {
            return new ReplayAnswer(
                    sent(deliveries.replay(mall, id, request.sequence())).events());
        }
        if (request.from() == null || request.to() == null) {
            throw Problem.invalid("from", "missing", "webhooks.problem.replay");
        }
        return new ReplayAnswer(
                sent(deliveries.replay(mall, id, request.from(), request.to())).events());
    }

    @Operation(summary = "Sends a test event to this endpoint, by the same way as all others")
    @PostMapping("/pings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PingAnswer ping(@AuthenticationPrincipal ApiCaller caller, @PathVariable long id) {
        return new PingAnswer(
                sent(deliveries.ping(WebhookController.mall(caller), id)).sequence());
    }

    private static Sent sent(SendOutcome outcome) {
        return switch (outcome) {
            case Sent sent -> sent;
            case SendOutcome.Refused refused -> throw WebhookRefusals.problem(refused);
        };
    }
}
