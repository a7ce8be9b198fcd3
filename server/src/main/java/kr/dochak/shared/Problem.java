package kr.dochak.shared;

import java.util.List;

/**
 * An answer of "no" that a caller can act on: RFC 9457 on the API, a sentence on a page. It is made at the edge of a module;
 * its sentences are keys of words, written in the reader's language, and carry no personal data.
 */
public final class Problem extends RuntimeException {

    /** What is wrong with one field: its path in the request, a stable code, and what to do. */
    public record FieldError(String field, String code, Sentence detail) {

        public FieldError(String field, String code, String key, Object... args) {
            this(field, code, Sentence.of(key, args));
        }
    }

    private final int status;
    private final String code;
    private final transient Sentence detail;
    private final transient List<FieldError> errors;

    private Problem(int status, String code, Sentence detail, List<FieldError> errors) {
        super(detail.key() + " " + detail.args());
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    /** A refusal the framework found, worded by {@code ApiErrors}. */
    public static Problem of(int status, String code, Sentence detail, List<FieldError> errors) {
        return new Problem(status, code, detail, errors);
    }

    private static Problem of(int status, String code, String key, Object... args) {
        return new Problem(status, code, Sentence.of(key, args), List.of());
    }

    public static Problem notFound(String key, Object... args) {
        return of(404, "not-found", key, args);
    }

    public static Problem conflict(String code, String key, Object... args) {
        return of(409, code, key, args);
    }

    public static Problem badRequest(String code, String key, Object... args) {
        return of(400, code, key, args);
    }

    /** Nobody we know: no key, a key that is none, or a signature that does not fit. */
    public static Problem unauthorized(String code, String key, Object... args) {
        return of(401, code, key, args);
    }

    public static Problem forbidden(String key, Object... args) {
        return of(403, "forbidden", key, args);
    }

    /** A body or file over the limit. */
    public static Problem tooLarge(String key, Object... args) {
        return of(413, "too-large", key, args);
    }

    /** So much was asked for that the rest must wait; nothing was done. */
    public static Problem tooMany(String key, Object... args) {
        return of(429, "too-many-requests", key, args);
    }

    /** Nothing was done; the same request may be sent again after a moment. */
    public static Problem unavailable(String key, Object... args) {
        return of(503, "unavailable", key, args);
    }

    /** The request was understood, but some fields cannot be used. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(422, "invalid", Sentence.of("shared.problem.invalid"), errors);
    }

    public static Problem invalid(String field, String code, String key, Object... args) {
        return invalid(List.of(new FieldError(field, code, key, args)));
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
    public Sentence detail() {
        return detail;
    }
}
