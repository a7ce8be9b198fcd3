package kr.dochak.api;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.ReaderWords;
import kr.dochak.shared.Sentence;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

/** The one place where a refusal becomes RFC 9457 on the API. Pages have {@code PageErrors}. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ApiErrors extends ResponseEntityExceptionHandler {

    static final String AGAIN_AFTER_SECONDS = "3";

    private final ReaderWords reader;

    ApiErrors(ReaderWords reader) {
        this.reader = reader;
    }

    /** What is wrong with one field, as it is written. */
    private record Wrong(String field, String code, String detail) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Problem problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status());
        if (problem.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
        }
        return answer.body(body(problem, reader.words()));
    }

    /** Two requests that wait for each other, a database that restarts: nothing was done and the same may be sent again. */
    @ExceptionHandler({TransientDataAccessException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> busy(Exception e) {
        logger.warn("refused for now", e);
        return on(Problem.unavailable("shared.problem.busy"));
    }

    /** A text or number that the database cannot keep and no rule found; everything else stays a failure of ours. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DataIntegrityViolationException e) {
        if (!isOfData(e)) {
            throw e;
        }
        logger.warn("refused: no rule found what the database cannot keep", e);
        return on(refusal(HttpStatus.BAD_REQUEST));
    }

    /** Whether the database says that a value cannot be (class 22 of SQL's states). */
    public static boolean isOfData(DataIntegrityViolationException e) {
        return e.getMostSpecificCause() instanceof SQLException cause
                && String.valueOf(cause.getSQLState()).startsWith("22");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MultipartException e) {
        return on(Problem.badRequest("multipart", "shared.problem.multipart"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(unreadable(e), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(refusal(e, HttpStatus.valueOf(status.value())), headers);
    }

    private ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status()).headers(headers).body(body(problem, reader.words()));
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return tooLarge();
            }
        }
        if (e.getCause() instanceof DatabindException || e.getCause() instanceof InputCoercionException) {
            return Problem.invalid(List.of(JsonParts.fieldError((JacksonException) e.getCause())));
        }
        if (e.getCause() instanceof JacksonException broken) {
            return unreadable(broken.getLocation());
        }
        return Problem.badRequest("json", "shared.problem.no-json");
    }

    private static Problem unreadable(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1
                ? Problem.badRequest("json", "shared.problem.json")
                : Problem.badRequest("json", "shared.problem.json-at", at.getLineNr(), at.getColumnNr());
    }

    private static Problem refusal(Exception e, HttpStatus status) {
        return switch (e) {
            case MethodArgumentTypeMismatchException bad -> parameter(bad.getName(), "shape", "shared.problem.shape");
            case TypeMismatchException bad ->
                parameter(String.valueOf(bad.getPropertyName()), "shape", "shared.problem.shape");
            case MissingServletRequestParameterException missing ->
                parameter(missing.getParameterName(), "missing", "shared.problem.missing");
            case MissingServletRequestPartException missing ->
                parameter(missing.getRequestPartName(), "missing", "shared.problem.file-missing");
            default -> refusal(status);
        };
    }

    private static Problem parameter(String name, String code, String key) {
        return Problem.of(
                400,
                "parameter",
                Sentence.of("shared.problem.parameter", name),
                List.of(new FieldError(name, code, key)));
    }

    private static Problem tooLarge() {
        return refusal(HttpStatus.CONTENT_TOO_LARGE);
    }

    /** The refusal of a request of which nothing more particular is known than its status. */
    public static Problem refusal(HttpStatus status) {
        return Problem.of(status.value(), code(status), Sentence.of(detail(status)), List.of());
    }

    /** The last part of a problem's type where nothing more particular is known. */
    public static String code(HttpStatus status) {
        return switch (status) {
            case SERVICE_UNAVAILABLE -> "unavailable";
            case CONTENT_TOO_LARGE -> "too-large";
            default -> status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        };
    }

    /** The key of what is wrong and what to do where nothing more particular is known. */
    public static String detail(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    CONTENT_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE -> "shared.problem." + status.value();
            case TOO_MANY_REQUESTS -> "shared.problem.429";
            case SERVICE_UNAVAILABLE -> "shared.problem.503";
            default -> status.is4xxClientError() ? "shared.problem.400" : "shared.problem.500";
        };
    }

    static ProblemDetail body(Problem problem, Words words) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(problem.status()), problem.detail().in(words));
        body.setType(URI.create("/problems/" + problem.code()));
        if (!problem.errors().isEmpty()) {
            body.setProperties(Map.of(
                    "errors",
                    problem.errors().stream()
                            .map(error -> new Wrong(
                                    error.field(), error.code(), error.detail().in(words)))
                            .toList()));
        }
        return body;
    }
}
