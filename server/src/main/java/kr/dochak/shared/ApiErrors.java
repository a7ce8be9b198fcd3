package kr.dochak.shared;

import java.net.URI;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where a refusal becomes RFC 9457 on the API. Pages have {@code PageErrors}. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Problem problem) {
        return ResponseEntity.status(problem.status()).body(body(problem));
    }

    static ProblemDetail body(Problem problem) {
        ProblemDetail body =
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(problem.status()), problem.detail());
        body.setType(URI.create("/problems/" + problem.code()));
        if (!problem.errors().isEmpty()) {
            body.setProperties(Map.of("errors", problem.errors()));
        }
        return body;
    }
}
