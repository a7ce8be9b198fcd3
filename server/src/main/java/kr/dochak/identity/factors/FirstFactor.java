package kr.dochak.identity.factors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.dochak.identity.sessions.LoginDetails;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads whose role asks for a second factor, and who has none, to it; until then nothing else opens (IDN-1). */
public final class FirstFactor extends OncePerRequestFilter {

    private static final String ENROL = "/console/second-factor";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean must = !isOpen(request.getRequestURI())
                && LoginDetails.of(SecurityContextHolder.getContext().getAuthentication())
                        .filter(LoginDetails::mustEnrol)
                        .isPresent();
        if (!must) {
            chain.doFilter(request, response);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", ENROL);
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect(ENROL);
        }
    }

    /** The log-in itself and a first password come before. */
    private static boolean isOpen(String path) {
        return path.equals(ENROL)
                || path.startsWith(ENROL + "/")
                || path.startsWith("/console/passkeys")
                || path.equals("/console/password")
                || path.equals("/console/logout")
                || path.startsWith("/console/login");
    }
}
