package kr.dochak.shared;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.dochak.shared.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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
class ApiErrors extends ResponseEntityExceptionHandler {

    static final String AGAIN_AFTER_SECONDS = "3";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Problem problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status());
        if (problem.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
        }
        return answer.body(body(problem));
    }

    /** Two requests that wait for each other, a database that restarts: nothing was done and the same may be sent again. */
    @ExceptionHandler({TransientDataAccessException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> busy(Exception e) {
        logger.warn("refused for now", e);
        return on(Problem.unavailable("지금은 처리하지 못했어요. 잠시 뒤 같은 내용을 다시 보내 주세요."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MultipartException e) {
        return on(Problem.badRequest("multipart", "파일을 읽을 수 없어요. multipart/form-data로 file과 mapping을 보내 주세요."));
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

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status()).headers(headers).body(body(problem));
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.TooLarge) {
                return tooLarge();
            }
        }
        if (e.getCause() instanceof DatabindException || e.getCause() instanceof InputCoercionException) {
            return Problem.invalid(List.of(JsonParts.fieldError((JacksonException) e.getCause())));
        }
        if (e.getCause() instanceof JacksonException broken) {
            return Problem.badRequest("json", "JSON을 읽을 수 없어요. " + place(broken.getLocation()) + "글자는 UTF-8이어야 해요.");
        }
        return Problem.badRequest("json", "본문이 비어 있거나 JSON이 아니에요. UTF-8 JSON을 보내 주세요.");
    }

    private static String place(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1
                ? ""
                : at.getLineNr() + "번째 줄 " + at.getColumnNr() + "번째 글자 근처를 확인해 주세요. ";
    }

    private static Problem refusal(Exception e, HttpStatus status) {
        return switch (e) {
            case MethodArgumentTypeMismatchException bad -> parameter(bad.getName(), "shape", "값의 모양을 확인해 주세요.");
            case TypeMismatchException bad ->
                parameter(String.valueOf(bad.getPropertyName()), "shape", "값의 모양을 확인해 주세요.");
            case MissingServletRequestParameterException missing ->
                parameter(missing.getParameterName(), "missing", "이 값을 보내 주세요.");
            case MissingServletRequestPartException missing ->
                parameter(missing.getRequestPartName(), "missing", "이 파일을 보내 주세요.");
            default -> Problem.of(status.value(), code(status), detail(status), List.of());
        };
    }

    private static Problem parameter(String name, String code, String detail) {
        return Problem.of(
                400, "parameter", "요청의 " + name + " 값을 쓸 수 없어요.", List.of(new FieldError(name, code, detail)));
    }

    static Problem tooLarge() {
        return Problem.of(413, code(HttpStatus.CONTENT_TOO_LARGE), detail(HttpStatus.CONTENT_TOO_LARGE), List.of());
    }

    /** The last part of a problem's type where nothing more particular is known. */
    static String code(HttpStatus status) {
        return switch (status) {
            case SERVICE_UNAVAILABLE -> "unavailable";
            case CONTENT_TOO_LARGE -> "too-large";
            default -> status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        };
    }

    /** What is wrong and what to do where nothing more particular is known. */
    static String detail(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "요청을 이해하지 못했어요. 주소와 본문을 확인해 주세요.";
            case UNAUTHORIZED -> "키가 필요해요. Authorization: Bearer <키> 헤더를 보내 주세요.";
            case FORBIDDEN -> "이 키로는 할 수 없는 일이에요.";
            case NOT_FOUND -> "이 주소는 없어요. 경로와 버전(/api/v1)을 확인해 주세요.";
            case METHOD_NOT_ALLOWED -> "이 주소에서 쓸 수 없는 메서드예요. Allow 헤더에 있는 메서드를 써 주세요.";
            case NOT_ACCEPTABLE -> "응답은 application/json이에요. Accept 헤더를 확인해 주세요.";
            case CONTENT_TOO_LARGE -> "너무 커요. JSON은 8MB까지, 파일은 64MB까지예요. 나누어 보내 주세요.";
            case UNSUPPORTED_MEDIA_TYPE ->
                "Content-Type을 확인해 주세요. JSON은 UTF-8 application/json, 파일은 multipart/form-data예요.";
            case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE -> "지금은 받을 수 없어요. 잠시 뒤 같은 내용을 다시 보내 주세요.";
            default ->
                status.is4xxClientError()
                        ? "요청을 이해하지 못했어요. 주소와 본문을 확인해 주세요."
                        : "서버에서 문제가 생겼어요. 잠시 뒤 같은 내용을 다시 보내 주세요. 되풀이되면 관리자에게 알려 주세요.";
        };
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
