package kr.dochak.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import kr.dochak.api.JsonParts;
import kr.dochak.api.JsonParts.Part;
import kr.dochak.identity.ApiCaller;
import kr.dochak.orders.IntakeResult.Outcome;
import kr.dochak.orders.IntakeResult.Rejected;
import kr.dochak.orders.IntakeResult.Taken;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "Orders", description = "주문 접수와 조회")
class OrderController {

    private static final int MOST_ORDERS = 500;
    private static final int MOST_PER_PAGE = 200;
    private static final int LONGEST_KEY = 200;

    /** What became of one order; {@code errors} only when it was rejected, {@code warnings} only when there are some. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderAnswer(
            String orderNo,
            @Nullable OrderId orderId,
            @Nullable Integer revision,
            String outcome,
            @Nullable List<FieldError> errors,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> warnings) {}

    record BatchRequest(
            @ArraySchema(schema = @Schema(implementation = OrderRequest.class)) @Nullable List<@Nullable JsonNode> orders) {}

    record BatchAnswer(List<OrderAnswer> results) {}

    private final OrderIntake intake;
    private final OrderIdempotency idempotency;
    private final Orders orders;
    private final JsonParts parts;

    OrderController(OrderIntake intake, OrderIdempotency idempotency, Orders orders, JsonParts parts) {
        this.intake = intake;
        this.idempotency = idempotency;
        this.orders = orders;
        this.parts = parts;
    }

    @Operation(summary = "Takes one order in; the same order again is one order, a changed one a revision")
    @PostMapping
    ResponseEntity<OrderAnswer> take(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody OrderRequest request) {
        if (key != null) {
            claim(caller, key, request);
        }
        return switch (intake.take(caller.tenantId(), "api", List.of(request)).getFirst()) {
            case Rejected rejected -> {
                if (key != null) {
                    idempotency.release(caller.tenantId(), key, request);
                }
                throw Problem.invalid(rejected.errors());
            }
            case Taken taken ->
                ResponseEntity.status(taken.outcome() == Outcome.CREATED ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(answer(taken));
        };
    }

    private void claim(ApiCaller caller, String key, OrderRequest request) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.badRequest("idempotency-key", "orders.problem.key");
        }
        if (!idempotency.claim(caller.tenantId(), key, request)) {
            throw Problem.conflict("idempotency-key-reused", "orders.problem.key-reused");
        }
    }

    @Operation(summary = "Takes up to 500 orders in; each is answered on its own")
    @PostMapping("/batch")
    BatchAnswer takeAll(@AuthenticationPrincipal ApiCaller caller, @RequestBody BatchRequest request) {
        if (request.orders() == null
                || request.orders().isEmpty()
                || request.orders().size() > MOST_ORDERS) {
            throw Problem.invalid("orders", "count", "orders.problem.count", MOST_ORDERS);
        }
        return new BatchAnswer(takeReadable(caller.tenantId(), request.orders()));
    }

    /** What cannot be read as an order at all is rejected in its place; the others are taken in together. */
    private List<OrderAnswer> takeReadable(MallId tenantId, List<? extends @Nullable JsonNode> nodes) {
        List<Part<OrderRequest>> read =
                nodes.stream().map(node -> parts.read(node, OrderRequest.class)).toList();
        List<OrderRequest> readable = new ArrayList<>();
        for (Part<OrderRequest> part : read) {
            if (part instanceof Part.Good<OrderRequest> good) {
                readable.add(good.value());
            }
        }
        Iterator<IntakeResult> results = intake.take(tenantId, "api", readable).iterator();
        List<OrderAnswer> answers = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            answers.add(
                    switch (read.get(i)) {
                        case Part.Good<OrderRequest> good -> answer(results.next());
                        case Part.Bad<OrderRequest> bad ->
                            answer(new Rejected(orderNo(nodes.get(i)), List.of(bad.error())));
                    });
        }
        return answers;
    }

    private static String orderNo(@Nullable JsonNode node) {
        return node == null ? "" : node.path("orderNo").asString("");
    }

    @Operation(summary = "A page of orders, newest first; pass the answer's next as after")
    @GetMapping
    Keyset<OrderSummary> list(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return orders.ofTenant(caller.tenantId(), after, Math.clamp(limit, 1, MOST_PER_PAGE));
    }

    @Operation(summary = "One order with its lines and revisions")
    @GetMapping("/{orderNo}")
    OrderDetail one(@AuthenticationPrincipal ApiCaller caller, @PathVariable String orderNo) {
        return orders.byNumber(caller.tenantId(), orderNo)
                .flatMap(order -> orders.detail(order.orderId()))
                .orElseThrow(() -> unknown(orderNo));
    }

    static Problem unknown(String orderNo) {
        return Problem.notFound("shared.problem.no-order", orderNo);
    }

    private static OrderAnswer answer(IntakeResult result) {
        return switch (result) {
            case Rejected rejected ->
                new OrderAnswer(rejected.orderNo(), null, null, "rejected", rejected.errors(), List.of());
            case Taken taken ->
                new OrderAnswer(
                        taken.orderNo(),
                        taken.orderId(),
                        taken.revision(),
                        switch (taken.outcome()) {
                            case CREATED -> "created";
                            case UNCHANGED -> "unchanged";
                            case REVISED -> "revised";
                            case CANCELLED -> "cancelled";
                        },
                        null,
                        taken.warnings());
        };
    }
}
