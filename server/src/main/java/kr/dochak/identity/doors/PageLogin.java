package kr.dochak.identity.doors;

import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Where one kind of person's login, wanted page and form tokens are kept; each kind under names of its own. */
record PageLogin(SecurityContextRepository logins, RequestCache wanted, CsrfTokenRepository tokens) {

    static PageLogin staff() {
        HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
        tokens.setSessionAttributeName("STAFF_FORM_TOKEN");
        return new PageLogin(logins("STAFF_LOGIN"), wanted("STAFF_WANTED"), tokens);
    }

    /**
     * Form tokens of the portal are a cookie: a tracking link read by a thousand programs must not make a thousand sessions.
     */
    static PageLogin customers() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return new PageLogin(logins("CUSTOMER_LOGIN"), wanted("CUSTOMER_WANTED"), tokens);
    }

    private static SecurityContextRepository logins(String name) {
        HttpSessionSecurityContextRepository session = new HttpSessionSecurityContextRepository();
        session.setSpringSecurityContextKey(name);
        return new DelegatingSecurityContextRepository(new RequestAttributeSecurityContextRepository(name), session);
    }

    private static RequestCache wanted(String name) {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setSessionAttrName(name);
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        return cache;
    }
}
