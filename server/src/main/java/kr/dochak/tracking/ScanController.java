package kr.dochak.tracking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.dochak.identity.ApiCaller;
import kr.dochak.shared.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Scans", description = "택배사 스캔 수신")
class ScanController {

    private static final int MOST_SCANS = 1_000;
    private static final int ANSWER_WITHIN_SECONDS = 30;

    record Rejected(int index, String field, String code, String detail) {}

    record ScanAnswer(int accepted, int duplicates, int parked, List<Rejected> rejected) {}

    private final Tracking tracking;
    private final InstantSource clock;
    private final JsonMapper json;

    ScanController(Tracking tracking, InstantSource clock, JsonMapper json) {
        this.tracking = tracking;
        this.clock = clock;
        this.json = json;
    }

    @Operation(summary = "Takes one scan or an array of up to 1,000; answered only when they are durable")
    @PostMapping("/api/v1/scans")
    ResponseEntity<ScanAnswer> take(@AuthenticationPrincipal ApiCaller caller, @RequestBody JsonNode body) {
        List<ScanRequest> requests = requests(body);
        Instant now = clock.instant();
        List<Scan> scans = new ArrayList<>(requests.size());
        List<Rejected> rejected = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            switch (ScanRules.check(requests.get(i), caller.tenantId(), now)) {
                case ScanRules.Checked.Good good -> scans.add(good.scan());
                case ScanRules.Checked.Bad bad -> rejected.add(new Rejected(i, bad.field(), bad.code(), bad.detail()));
            }
        }
        if (scans.isEmpty()) {
            return ResponseEntity.unprocessableContent().body(new ScanAnswer(0, 0, 0, rejected));
        }
        ScanReceipt receipt = committed(scans);
        return ResponseEntity.ok(new ScanAnswer(receipt.accepted(), receipt.duplicates(), receipt.parked(), rejected));
    }

    private List<ScanRequest> requests(JsonNode body) {
        if (body.isObject()) {
            return List.of(json.treeToValue(body, ScanRequest.class));
        }
        if (!body.isArray() || body.isEmpty() || body.size() > MOST_SCANS) {
            throw Problem.invalid("", "count", "스캔 하나, 또는 1건에서 " + MOST_SCANS + "건까지의 배열을 보내 주세요.");
        }
        return List.of(json.treeToValue(body, ScanRequest[].class));
    }

    private ScanReceipt committed(List<Scan> scans) {
        try {
            return tracking.submit(scans).get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException | TimeoutException e) {
            throw busy();
        }
    }

    private static Problem busy() {
        return Problem.unavailable("지금은 스캔을 받지 못했어요. 잠시 뒤 같은 내용을 다시 보내 주세요.");
    }
}
