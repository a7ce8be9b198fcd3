package kr.dochak.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/**
 * What browsers are told with an answer that is given before any door is asked: it shows nothing but itself, nobody frames it,
 * it is what its type says, and over TLS they stay with TLS.
 */
public final class BareHeaders {

    /** Of an answer that needs nothing from anywhere. */
    public static final String POLICY = "default-src 'none'; frame-ancestors 'none'";
    /** A year, with subdomains. */
    public static final String STAY_WITH_TLS = "max-age=31536000 ; includeSubDomains";

    private BareHeaders() {}

    public static void set(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", STAY_WITH_TLS);
        }
    }
}
