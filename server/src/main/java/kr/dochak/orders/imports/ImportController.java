package kr.dochak.orders.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import kr.dochak.identity.ApiCaller;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Imports", description = "파일로 주문 가져오기")
class ImportController {

    private static final int ANSWER_WITHIN_SECONDS = 20;
    private static final int MOST_ERRORS_PER_PAGE = 500;

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @Operation(
            summary =
                    "Imports a CSV or XLSX file of orders through a mapping, or by its headings; 202 when it goes on after the answer")
    @PostMapping(path = "/api/v1/orders/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportRun> take(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestPart("file") MultipartFile file,
            @RequestParam(name = "mapping", required = false) @Nullable String mapping)
            throws IOException {
        if (file.getSize() > Imports.MOST_BYTES) {
            throw Problem.tooLarge("orders.problem.file-size");
        }
        try (var in = file.getInputStream()) {
            return switch (imports.take(
                    caller.tenantId(), file.getOriginalFilename(), in, mapping, ANSWER_WITHIN_SECONDS)) {
                case ImportAnswer.Begun begun -> begun(begun.run());
                case ImportAnswer.Waiting waiting ->
                    throw Problem.tooMany("orders.problem.imports-waiting", waiting.others());
                case ImportAnswer.Unfit unfit -> throw Problem.invalid(List.of(unfit.why()));
            };
        }
    }

    private static ResponseEntity<ImportRun> begun(ImportRun run) {
        return ResponseEntity.status(run.state() == ImportRun.State.RUNNING ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .location(URI.create("/api/v1/imports/" + run.importId()))
                .body(run);
    }

    @Operation(summary = "How far an import is, or how it ended")
    @GetMapping("/api/v1/imports/{importId}")
    ImportRun one(@AuthenticationPrincipal ApiCaller caller, @PathVariable long importId) {
        return imports.one(caller.tenantId(), importId).orElseThrow(() -> unknown(importId));
    }

    @Operation(
            summary = "Why orders of the file were not taken in, in order of the file; pass the answer's next as after")
    @GetMapping("/api/v1/imports/{importId}/errors")
    Keyset<ImportError> errors(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable long importId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        return imports.errors(caller.tenantId(), importId, after, Math.clamp(limit, 1, MOST_ERRORS_PER_PAGE))
                .orElseThrow(() -> unknown(importId));
    }

    private static Problem unknown(long importId) {
        return Problem.notFound("orders.problem.no-import", importId);
    }
}
