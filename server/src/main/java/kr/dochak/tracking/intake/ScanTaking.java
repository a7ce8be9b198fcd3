package kr.dochak.tracking.intake;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.dochak.api.JsonParts;
import kr.dochak.api.JsonParts.Part;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.ReaderWords;
import kr.dochak.shared.Sentence;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanIntake;
import kr.dochak.tracking.ScanReceipt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a request of scans in: what is wrong with each, and the rest only answered when it is durable. */
@Component
class ScanTaking {

    private static final int MOST_SCANS = 1_000;
    private static final int ANSWER_WITHIN_SECONDS = 30;

    record Rejected(int index, String field, String code, Sentence detail) {}

    record ScanAnswer(int accepted, int duplicates, int parked, List<Rejected> rejected) {}

    /** The scans are in the log: which of them are new or wait for their shipment is found out later. */
    record LoggedAnswer(int accepted, List<Rejected> rejected) {}

    private final ScanIntake intake;
    private final InstantSource clock;
    private final JsonParts parts;
    private final ScanTally tally;
    private final ReaderWords reader;

    ScanTaking(ScanIntake intake, InstantSource clock, JsonParts parts, ScanTally tally, ReaderWords reader) {
        this.intake = intake;
        this.clock = clock;
        this.parts = parts;
        this.tally = tally;
        this.reader = reader;
    }

    /**
     * Checks and takes scans of a caller.
     *
     * @param carrier whose scans these must be, when the caller is one; else each says it itself
     */
    ResponseEntity<Object> take(JsonNode body, Reporter reporter, @Nullable String carrier) {
        List<? extends JsonNode> nodes = nodes(body);
        Instant now = clock.instant();
        List<Scan> scans = new ArrayList<>(nodes.size());
        List<Rejected> rejected = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            if (carrier != null && node instanceof ObjectNode event) {
                event.put("carrier", carrier);
            }
            switch (check(node, reporter, now)) {
                case ScanRules.Checked.Good good -> scans.add(good.scan());
                case ScanRules.Checked.Bad bad -> rejected.add(new Rejected(i, bad.field(), bad.code(), bad.detail()));
            }
        }
        if (scans.isEmpty()) {
            return ResponseEntity.unprocessableContent()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(refusal(rejected, body.isArray()));
        }
        return answer(durable(scans), rejected);
    }

    /**
     * Takes scans of a caller when nothing is wrong with any of them, and else nothing: then {@link #take} explains what is
     * wrong.
     */
    Optional<ResponseEntity<Object>> takeGood(List<@Nullable ScanRequest> requests, Reporter reporter) {
        if (requests.isEmpty() || requests.size() > MOST_SCANS) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<Scan> scans = new ArrayList<>(requests.size());
        for (ScanRequest request : requests) {
            if (!(ScanRules.check(request, reporter, now) instanceof ScanRules.Checked.Good good)) {
                return Optional.empty();
            }
            scans.add(good.scan());
        }
        return Optional.of(answer(durable(scans), List.of()));
    }

    private static ResponseEntity<Object> answer(ScanReceipt receipt, List<Rejected> rejected) {
        return receipt.applied()
                ? ResponseEntity.ok(
                        new ScanAnswer(receipt.accepted(), receipt.duplicates(), receipt.parked(), rejected))
                : ResponseEntity.accepted().body(new LoggedAnswer(receipt.accepted(), rejected));
    }

    private ScanRules.Checked check(JsonNode node, Reporter reporter, Instant now) {
        return switch (parts.read(node, ScanRequest.class)) {
            case Part.Good<ScanRequest> good -> ScanRules.check(good.value(), reporter, now);
            case Part.Bad<ScanRequest> bad ->
                new ScanRules.Checked.Bad(
                        bad.error().field(), bad.error().code(), bad.error().detail());
        };
    }

    private static List<JsonNode> nodes(JsonNode body) {
        if (body.isObject()) {
            return List.of(body);
        }
        if (!body.isArray() || body.isEmpty() || body.size() > MOST_SCANS) {
            throw Problem.invalid("", "count", "tracking.problem.count", MOST_SCANS);
        }
        return body.valueStream().toList();
    }

    /** Nothing of it could be taken: the same list as beside accepted scans, as a problem. */
    private ProblemDetail refusal(List<Rejected> rejected, boolean many) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, reader.words().word("tracking.problem.no-scan"));
        body.setType(URI.create("/problems/invalid"));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "errors",
                rejected.stream()
                        .map(r -> new FieldError(many ? at(r) : r.field(), r.code(), r.detail()))
                        .toList());
        properties.put("accepted", 0);
        properties.put("duplicates", 0);
        properties.put("parked", 0);
        properties.put("rejected", rejected);
        body.setProperties(properties);
        return body;
    }

    private static String at(Rejected rejected) {
        return "[" + rejected.index() + "]" + (rejected.field().isEmpty() ? "" : "." + rejected.field());
    }

    private ScanReceipt durable(List<Scan> scans) {
        try {
            ScanReceipt receipt = intake.submit(scans).get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
            tally.count(scans);
            return receipt;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException | TimeoutException e) {
            throw busy();
        }
    }

    private static Problem busy() {
        return Problem.unavailable("tracking.problem.busy");
    }
}
