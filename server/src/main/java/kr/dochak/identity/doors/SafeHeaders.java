package kr.dochak.identity.doors;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers are told about our pages: everything comes from here, nobody frames us, no token leaves in a referrer. */
final class SafeHeaders {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'%s; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private SafeHeaders() {}

    static void pages(HeadersConfigurer<HttpSecurity> headers) {
        with(headers, POLICY.formatted(""));
    }

    /** The API's documentation page brings its own inline styles. */
    static void documentation(HeadersConfigurer<HttpSecurity> headers) {
        with(headers, POLICY.formatted(" 'unsafe-inline'"));
    }

    /** Static files may be kept by the browser; those who serve them say for how long. */
    static void files(HeadersConfigurer<HttpSecurity> headers) {
        pages(headers);
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
    }

    private static void with(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .httpStrictTransportSecurity(https -> https.includeSubDomains(true))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
