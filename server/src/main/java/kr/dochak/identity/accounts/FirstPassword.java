package kr.dochak.identity.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import kr.dochak.identity.sessions.LoginDetails;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads who has a password from somebody else to change it; until then nothing else opens. */
public final class FirstPassword extends OncePerRequestFilter {

    private static final String CHANGE = "/console/password";
    private static final Set<String> OPEN = Set.of(CHANGE, "/console/logout", "/console/login");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean must = !OPEN.contains(request.getRequestURI())
                && LoginDetails.of(SecurityContextHolder.getContext().getAuthentication())
                        .filter(LoginDetails::mustChange)
                        .isPresent();
        if (!must) {
            chain.doFilter(request, response);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", CHANGE);
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect(CHANGE);
        }
    }
}
