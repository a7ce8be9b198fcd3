package kr.dochak.identity.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import kr.dochak.identity.ApiCaller;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns {@code Authorization: Bearer <key>} into an {@link ApiCaller}. A wrong key is refused even where none is needed. */
final class ApiKeyFilter extends OncePerRequestFilter {

    private final ApiCallers callers;
    private final ApiRefusals refusals;

    ApiKeyFilter(ApiCallers callers, ApiRefusals refusals) {
        this.callers = callers;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            Optional<ApiCaller> caller = callers.of(request);
            int waits = callers.waits(request);
            if (caller.isEmpty() && waits > 0) {
                refusals.later(request, response, waits);
                return;
            }
            if (caller.isEmpty()) {
                callers.wrong(request);
                refusals.commence(request, response, new BadCredentialsException("unknown key"));
                return;
            }
            logIn(caller.get());
        }
        chain.doFilter(request, response);
    }

    private static void logIn(ApiCaller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(caller, null, Authorities.of(caller.scope())));
        SecurityContextHolder.setContext(context);
    }
}
