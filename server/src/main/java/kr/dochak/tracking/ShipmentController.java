package kr.dochak.tracking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import kr.dochak.identity.ApiCaller;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Shipments", description = "배송 조회")
class ShipmentController {

    record ShipmentAnswer(ShipmentView shipment, List<ScanView> scans) {}

    private final Tracking tracking;

    ShipmentController(Tracking tracking) {
        this.tracking = tracking;
    }

    @Operation(summary = "Where a shipment is, with its scans, newest first")
    @GetMapping("/api/v1/shipments/{carrier}/{trackingNumber}")
    ShipmentAnswer one(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable CarrierId carrier,
            @PathVariable TrackingNumber trackingNumber) {
        return tracking.find(caller.tenantId(), carrier, trackingNumber)
                .map(view -> new ShipmentAnswer(view, tracking.scansOf(view.shipmentId())))
                .orElseThrow(() -> Problem.notFound("tracking.problem.none", trackingNumber));
    }
}
