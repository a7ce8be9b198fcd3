package kr.dochak.tracking.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import kr.dochak.shared.Problem;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events that a carrier sends itself, signed (TRK-1); {@code docs/carrier-webhook.md} is its manual. The same request sent
 * again changes nothing, since a repeated scan does not, so a carrier may repeat it until it gets 2xx, and nobody else gains
 * by repeating it.
 */
@RestController
@Tag(name = "Scans", description = "택배사 스캔 수신")
@EnableConfigurationProperties(CarrierWebhooks.class)
class CarrierEventsController {

    private final PushSecrets secrets;
    private final ScanTaking taking;
    private final InstantSource clock;
    private final JsonMapper json;
    private final PushedBodies bodies;

    CarrierEventsController(
            PushSecrets secrets, ScanTaking taking, InstantSource clock, JsonMapper json, PushedBodies bodies) {
        this.secrets = secrets;
        this.taking = taking;
        this.clock = clock;
        this.json = json;
        this.bodies = bodies;
    }

    @Operation(summary = "Takes one event of a carrier or an array of up to 1,000, signed with the carrier's secret")
    @PostMapping("/api/v1/carriers/{carrier}/events")
    ResponseEntity<?> take(
            @PathVariable String carrier,
            @RequestHeader(name = "X-Dochak-Timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "X-Dochak-Signature", defaultValue = "") String signature,
            @RequestBody(required = false) byte[] raw) {
        byte[] body = raw == null ? new byte[0] : raw;
        EventSignature.Verdict verdict =
                EventSignature.judge(secrets.of(carrier), timestamp, signature, body, clock.instant());
        if (verdict != EventSignature.Verdict.GOOD) {
            throw refusal(verdict);
        }
        bodies.store(body, 0, carrier);
        return taking.take(read(body), new Reporter(0, null), carrier);
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw Problem.badRequest("unreadable", "tracking.problem.json");
        }
    }

    private static Problem refusal(EventSignature.Verdict verdict) {
        return Problem.unauthorized(
                "signature",
                switch (verdict) {
                    case MISSING -> "tracking.problem.signature-missing";
                    case STALE -> "tracking.problem.signature-stale";
                    case WRONG, GOOD -> "tracking.problem.signature-wrong";
                });
    }
}
