package kr.dochak.fulfillment;

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
import kr.dochak.fulfillment.HandoverOutcome.Refused;
import kr.dochak.fulfillment.HandoverOutcome.Registered;
import kr.dochak.fulfillment.HandoverOutcome.Rejected;
import kr.dochak.identity.ApiCaller;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/shipments")
@Tag(name = "Shipments")
class HandoverController {

    private static final int MOST_SHIPMENTS = 1_000;

    record BatchRequest(
            @ArraySchema(schema = @Schema(implementation = HandoverRequest.class)) @Nullable List<@Nullable JsonNode> shipments) {}

    /** The shipment's id with what is odd about it, or what is wrong with the request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            TrackingNumber trackingNumber,
            @Nullable ShipmentId shipmentId,
            String outcome,
            @Nullable List<FieldError> errors,
            @Nullable List<FieldError> warnings) {

        static Answer of(HandoverOutcome outcome) {
            return switch (outcome) {
                case Registered known ->
                    new Answer(
                            known.trackingNumber(),
                            known.shipmentId(),
                            "registered",
                            null,
                            known.warnings().isEmpty() ? null : known.warnings());
                case Rejected not -> new Answer(not.trackingNumber(), null, "rejected", not.errors(), null);
                case Refused not -> new Answer(not.trackingNumber(), null, "rejected", List.of(not.why()), null);
            };
        }
    }

    record BatchAnswer(List<Answer> results) {}

    private final Handover handover;
    private final JsonParts parts;

    HandoverController(Handover handover, JsonParts parts) {
        this.handover = handover;
        this.parts = parts;
    }

    @Operation(summary = "Registers a shipment with the orders it carries; again is harmless")
    @PostMapping
    Answer register(@AuthenticationPrincipal ApiCaller caller, @RequestBody HandoverRequest request) {
        return switch (handover.register(caller.tenantId(), List.of(request)).getFirst()) {
            case Rejected rejected -> throw Problem.invalid(rejected.errors());
            case Refused refused ->
                throw Problem.of(409, refused.why().code(), refused.why().detail(), List.of(refused.why()));
            case Registered registered -> Answer.of(registered);
        };
    }

    @Operation(summary = "Registers up to 1,000 shipments; each is answered on its own")
    @PostMapping("/batch")
    BatchAnswer registerAll(@AuthenticationPrincipal ApiCaller caller, @RequestBody BatchRequest request) {
        if (request.shipments() == null
                || request.shipments().isEmpty()
                || request.shipments().size() > MOST_SHIPMENTS) {
            throw Problem.invalid("shipments", "count", "fulfillment.problem.count", MOST_SHIPMENTS);
        }
        return new BatchAnswer(registerReadable(caller.tenantId(), request.shipments()));
    }

    /** What cannot be read as a shipment at all is rejected in its place; the others are registered together. */
    private List<Answer> registerReadable(MallId tenantId, List<? extends @Nullable JsonNode> nodes) {
        List<Part<HandoverRequest>> read = nodes.stream()
                .map(node -> parts.read(node, HandoverRequest.class))
                .toList();
        List<HandoverRequest> readable = new ArrayList<>();
        for (Part<HandoverRequest> part : read) {
            if (part instanceof Part.Good<HandoverRequest> good) {
                readable.add(good.value());
            }
        }
        Iterator<HandoverOutcome> registered =
                handover.register(tenantId, readable).iterator();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            answers.add(
                    switch (read.get(i)) {
                        case Part.Good<HandoverRequest> good -> Answer.of(registered.next());
                        case Part.Bad<HandoverRequest> bad ->
                            new Answer(number(nodes.get(i)), null, "rejected", List.of(bad.error()), null);
                    });
        }
        return answers;
    }

    private static TrackingNumber number(@Nullable JsonNode node) {
        return TrackingNumber.of(
                node == null ? null : node.path("trackingNumber").asString(""));
    }
}
