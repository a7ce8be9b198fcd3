package kr.dochak.tracking.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import kr.dochak.identity.ApiCaller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Scans", description = "택배사 스캔 수신")
class ScanController {

    private final ScanTaking taking;
    private final PushedBodies bodies;

    ScanController(ScanTaking taking, PushedBodies bodies) {
        this.taking = taking;
        this.bodies = bodies;
    }

    @Operation(
            summary = "Takes one scan or an array of up to 1,000; answered only when they are durable",
            description = """
                    200: committed, with how many were new, known already (duplicates) or waiting for their shipment (parked).
                    202, where a log stands in front (dochak.tracking.source=kafka): written to the log, and applied within
                    moments; accepted is how many were logged, since which of them are new is not known yet.
                    503: not known to be taken; send the same again, which never counts twice.""")
    @PostMapping("/api/v1/scans")
    ResponseEntity<Object> take(@AuthenticationPrincipal ApiCaller caller, @RequestBody JsonNode body) {
        bodies.store(
                body.toString().getBytes(StandardCharsets.UTF_8),
                caller.tenantId().value(),
                null);
        return taking.take(body, Reporter.of(caller), null);
    }
}
