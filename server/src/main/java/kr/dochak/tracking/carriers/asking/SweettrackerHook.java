package kr.dochak.tracking.carriers.asking;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.CarrierAnswer;
import kr.dochak.tracking.carriers.RawAnswer;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.tracking.carriers.keys.CarrierKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sweettracker pushes one event at a time, as a form or as JSON, and repeats it until it gets {@code "code": true}, which we
 * answer only once the scan is committed. It names no carrier; the {@code fid} we gave it does: {@code
 * kr.hanjin:512345678902}.
 */
@RestController
class SweettrackerHook {

    record Reply(boolean code, String message) {}

    private final CarrierKeys keys;
    private final Tracking tracking;
    private final AnswerIntake answers;
    private final JsonMapper json;

    SweettrackerHook(CarrierKeys keys, Tracking tracking, AnswerIntake answers, JsonMapper json) {
        this.keys = keys;
        this.tracking = tracking;
        this.answers = answers;
        this.json = json;
    }

    @PostMapping("/hooks/sweettracker")
    ResponseEntity<Reply> happened(
            @RequestParam Map<String, String> fields, @RequestBody(required = false) @Nullable String body) {
        if (fields.containsKey("secret_value")) {
            return take(json.valueToTree(fields));
        }
        try {
            return take(json.readTree(body == null ? "{}" : body));
        } catch (JacksonException e) {
            return no(400, "not json");
        }
    }

    private ResponseEntity<Reply> take(JsonNode event) {
        if (!HookSecret.same(keys.hookSecret(), event.path("secret_value").asString(""))) {
            return no(401, "secret_value");
        }
        String[] fid = event.path("fid").asString("").split(":", 2);
        TrackingNumber number = TrackingNumber.of(event.path("invoice_no").asString(""));
        if (fid.length != 2
                || !number.isPossible()
                || !TrackingNumber.of(fid[1]).equals(number)) {
            return no(400, "fid");
        }
        CarrierId carrier = new CarrierId(fid[0]);
        CarrierAnswer answer = Source.pushed(carrier, event);
        answers.pushed(
                Source.SWEETTRACKER, carrier, number, answer, new RawAnswer(200, json.writeValueAsString(event)));
        return answer instanceof CarrierAnswer.Found found
                ? commit(answers.scans(carrier, number, found))
                : no(400, "level");
    }

    private ResponseEntity<Reply> commit(List<Scan> scans) {
        try {
            if (!scans.isEmpty()) {
                tracking.submit(scans).get(30, TimeUnit.SECONDS);
            }
            return ResponseEntity.ok(new Reply(true, "success"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return no(503, "later");
        } catch (ExecutionException | TimeoutException e) {
            return no(503, "later");
        }
    }

    private static ResponseEntity<Reply> no(int status, String message) {
        return ResponseEntity.status(status).body(new Reply(false, message));
    }
}
