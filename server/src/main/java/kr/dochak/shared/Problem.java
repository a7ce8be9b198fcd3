package kr.dochak.shared;

import java.util.List;

/**
 * An answer of "no" that a caller can act on: RFC 9457 on the API, a sentence on a page.
 * Texts are written for people outside and carry no personal data.
 */
public final class Problem extends RuntimeException {

    /** What is wrong with one field: its path in the request, a stable code, and what to do. */
    public record FieldError(String field, String code, String detail) {}

    private final int status;
    private final String code;
    private final transient List<FieldError> errors;

    private Problem(int status, String code, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /** A refusal the framework found, worded by {@code ApiErrors}. */
    static Problem of(int status, String code, String detail, List<FieldError> errors) {
        return new Problem(status, code, detail, errors);
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "not-found", detail, List.of());
    }

    public static Problem conflict(String code, String detail) {
        return new Problem(409, code, detail, List.of());
    }

    public static Problem badRequest(String code, String detail) {
        return new Problem(400, code, detail, List.of());
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "forbidden", detail, List.of());
    }

    /** A body or file over the limit. */
    public static Problem tooLarge(String detail) {
        return new Problem(413, "too-large", detail, List.of());
    }

    /** Nothing was done; the same request may be sent again after a moment. */
    public static Problem unavailable(String detail) {
        return new Problem(503, "unavailable", detail, List.of());
    }

    /** The request was understood, but some fields cannot be used. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(422, "invalid", "몇 가지를 고쳐 주세요.", errors);
    }

    public static Problem invalid(String field, String code, String detail) {
        return invalid(List.of(new FieldError(field, code, detail)));
    }

    /** The HTTP status this is answered with. */
    public int status() {
        return status;
    }

    /** A stable word for programs, the last part of the problem's type. */
    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** The sentence for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
