package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.dochak.identity.security.RefusalNotes;
import kr.dochak.identity.security.SecurityEvent;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What happens to somebody who may not see a page: they are led to the log-in, or told 403.
 * An address outside the known pages is 404 for everybody, so that nothing is said about what is behind it.
 */
final class PageDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Why a form was refused that is older than its session; the error page has a sentence for it. */
    private static final String STALE_FORM = "stale-form";

    private final String loginPath;
    private final RequestMatcher behindLogin;
    private final RequestMatcher known;

    /**
     * @param behindLogin for which addresses somebody is led to the log-in
     * @param known for which addresses it is said that they are there
     */
    PageDoor(String loginPath, RequestMatcher behindLogin, RequestMatcher known) {
        this.loginPath = loginPath;
        this.behindLogin = behindLogin;
        this.known = known;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (!behindLogin.matches(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getHeader("HX-Request") != null) {
            // a fragment cannot show the log-in; htmx takes the whole page there
            response.setHeader("HX-Redirect", loginPath);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(loginPath);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (reason instanceof CsrfException) {
            request.setAttribute(RefusalNotes.KIND, SecurityEvent.Kind.FORM);
            response.sendError(HttpServletResponse.SC_FORBIDDEN, STALE_FORM);
        } else {
            response.sendError(
                    known.matches(request) ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
